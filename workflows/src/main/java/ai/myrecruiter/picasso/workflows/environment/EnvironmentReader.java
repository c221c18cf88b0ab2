package ai.myrecruiter.picasso.workflows.environment;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.plan.Fields;
import ai.myrecruiter.picasso.workflows.plan.PlanDocument;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads an environment's document, YAML or JSON, and reports everything that is wrong with it at
 * once. It is checked and completed with the defaults first; only one without findings is bound.
 */
public final class EnvironmentReader {
  private final List<Finding> findings = new ArrayList<>();

  private EnvironmentReader() {}

  /** The environment of a document, or every finding. */
  public static EnvironmentReading read(String text) {
    var reader = new EnvironmentReader();
    var document =
        new PlanDocument(
                reader.findings, "an environment", "write environment, domain, bucket and secret")
            .read(text);
    if (document.isEmpty()) {
      return new EnvironmentReading.Refused(PlanDocument.bounded(reader.findings));
    }
    var given = new TreeMap<String, String>();
    ConfigValues.flatten("", document.get(), given);
    reader.environment(new Fields("$", document.get(), reader.findings));
    return reader.findings.isEmpty()
        ? bind(document.get(), given)
        : new EnvironmentReading.Refused(PlanDocument.bounded(reader.findings));
  }

  private static EnvironmentReading bind(ObjectNode document, Map<String, String> given) {
    try {
      return new EnvironmentReading.Accepted(
          Contracts.read(document, EnvironmentConfig.class), given.keySet());
    } catch (InvalidInput refused) {
      return new EnvironmentReading.Refused(refused.findings());
    }
  }

  private void environment(Fields root) {
    for (var part :
        List.of("approval", "thresholds", "severities", "retention", "encryption", "concurrency")) {
      root.fill(part, Map.of());
    }
    root.fill("model", Map.of()).fill("freeze", Map.of()).fill("audiences", Map.of());
    root.fill("plan", "docs/plans/default.yaml");
    var environment = root.choice("environment", Environment.class);
    root.optionalText("account", EnvironmentRules.ACCOUNT);
    root.optionalText("region", EnvironmentRules.REGION);
    root.text("domain", EnvironmentRules.DOMAIN);
    root.text("bucket", EnvironmentRules.BUCKET);
    var secret = root.text("secret", EnvironmentRules.SECRET);
    root.text("plan", EnvironmentRules.PLAN);
    var parts =
        new EnvironmentParts(findings, environment.equals(Optional.of(Environment.PRODUCTION)));
    root.part("approval").ifPresent(parts::approval);
    root.part("thresholds").ifPresent(parts::thresholds);
    root.part("severities").ifPresent(parts::severities);
    root.part("retention").ifPresent(parts::retention);
    root.part("encryption").ifPresent(parts::encryption);
    root.part("concurrency").ifPresent(parts::concurrency);
    root.part("model").ifPresent(parts::model);
    root.part("freeze").ifPresent(new FreezeParts(findings)::freeze);
    root.part("audiences").ifPresent(parts::audiences);
    if (environment.isPresent() && secret.isPresent()) {
      findings.addAll(CrossRules.secret(environment.get(), secret.get()));
    }
    root.refuseUnknown();
  }
}
