package ai.myrecruiter.picasso.infra.environment;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;

/**
 * How a state machine is started by what runs without a person: by alias {@code live}, so that the
 * execution says for good which version it ran and an operator can put an older one in its place.
 *
 * <p>Step Functions asks IAM for the machine itself, whatever the qualifier, and gives the
 * qualifier as a key of the condition. A start of the machine without it, of whatever was deployed
 * last, is refused.
 */
public final class MachineStart {
  /** The alias of every machine. */
  public static final String ALIAS = "live";

  private MachineStart() {}

  /** The ARN of a machine, which stands for its newest revision. */
  public static String machineArn(EnvironmentSettings settings, String machine) {
    return EnvironmentSettings.arn("states", "stateMachine:" + settings.named(machine));
  }

  /** The ARN of alias {@code live} of a machine. */
  public static String liveArn(EnvironmentSettings settings, String machine) {
    return machineArn(settings, machine) + ":" + ALIAS;
  }

  /** Lets a role start alias {@code live} of a machine, and nothing else of it. */
  public static PolicyStatement statement(EnvironmentSettings settings, String machine) {
    return PolicyStatement.Builder.create()
        .actions(List.of("states:StartExecution"))
        .resources(List.of(machineArn(settings, machine)))
        .conditions(condition())
        .build();
  }

  /** The condition of a statement about a start. */
  public static Map<String, Object> condition() {
    return Map.of(
        "ForAnyValue:StringEquals", Map.of("states:StateMachineQualifier", List.of(ALIAS)));
  }
}
