package ai.myrecruiter.picasso.workflows.environment;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All in which environments differ; what is not here is the same in both. One that exists is legal;
 * documents are read by {@link EnvironmentReader}.
 *
 * @param environment which one
 * @param account the AWS account it belongs to, twelve digits; a deployment to another is refused
 * @param region the AWS region it belongs to; a deployment to another is refused
 * @param domain host of the chat page, the only origin that a browser may call from
 * @param bucket where evidence is kept
 * @param secret where the private keys of tokens are
 * @param plan the rollout plan that is taken when none is named, a path from the root
 * @param approval what a person has to consent to
 * @param thresholds where alarms go off
 * @param severities what each alarm does by itself
 * @param retention how long things are kept
 * @param encryption the environment's own keys
 * @param concurrency reserved for each function
 * @param model who answers
 * @param freeze when nothing is released
 * @param audiences mail addresses by name of the audience
 */
public record EnvironmentConfig(
    Environment environment,
    Optional<String> account,
    Optional<String> region,
    String domain,
    String bucket,
    String secret,
    String plan,
    Approvals approval,
    Thresholds thresholds,
    Map<ServiceAlarm, Severity> severities,
    Retention retention,
    Encryption encryption,
    Concurrency concurrency,
    ModelChoice model,
    Freeze freeze,
    Map<String, List<String>> audiences) {
  /** The audiences that every environment has: of releases, of alarms, of threats to isolation. */
  public static final List<String> AUDIENCES = List.of("releases", "operations", "security");

  /** Checks forms, ranges and the rules among them. */
  public EnvironmentConfig {
    severities = Map.copyOf(severities);
    audiences = Map.copyOf(audiences);
    account.ifPresent(id -> EnvironmentRules.ACCOUNT.require("$.account", id));
    region.ifPresent(name -> EnvironmentRules.REGION.require("$.region", name));
    EnvironmentRules.DOMAIN.require("$.domain", domain);
    EnvironmentRules.BUCKET.require("$.bucket", bucket);
    EnvironmentRules.SECRET.require("$.secret", secret);
    EnvironmentRules.PLAN.require("$.plan", plan);
    InvalidInput.when(CrossRules.of(environment, secret, severities, approval, retention));
  }

  /** The name of the secret that holds the public halves of the key rings. */
  public String verificationSecret() {
    return "picasso/%s/jwt/verification-keys".formatted(environment);
  }

  /** What an alarm does by itself. */
  public Severity severity(ServiceAlarm alarm) {
    return severities.getOrDefault(alarm, alarm.standard());
  }

  /** What every alarm does by itself. */
  public Map<ServiceAlarm, Severity> everySeverity() {
    var all = new EnumMap<ServiceAlarm, Severity>(ServiceAlarm.class);
    for (var alarm : ServiceAlarm.values()) {
      all.put(alarm, severity(alarm));
    }
    return all;
  }

  /** The full name of an alarm. */
  public String alarmName(ServiceAlarm alarm) {
    return environment.prefix() + alarm.text();
  }

  /** Every value by its path without {@code $.}, sorted; lists are one value each. */
  public Map<String, String> values() {
    var values = new TreeMap<String, String>();
    ConfigValues.flatten("", Contracts.toNode(this), values);
    return values;
  }
}
