package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.tasks.deployment.StackView;
import ai.myrecruiter.picasso.workflows.Finding;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** What a deletion leaves in the account, and what keeps a stack from being deleted. */
final class Leftovers {
  private static final List<String> NAMES =
      List.of("TableName", "BucketName", "Name", "FunctionName", "LogGroupName", "AliasName");

  /** A version goes with its function or machine, whatever its policy says. */
  private static final Set<String> VERSIONS =
      Set.of("AWS::Lambda::Version", "AWS::StepFunctions::StateMachineVersion");

  private final CloudFormationClient cloudFormation;

  Leftovers(CloudFormationClient cloudFormation) {
    this.cloudFormation = cloudFormation;
  }

  /** Resources that stay, one line each. */
  List<String> of(Stack stack) {
    var lines = new ArrayList<String>();
    for (var it : resources(stack)) {
      var type = it.getValue().path("Type").asText();
      if (retained(it.getValue()) && !VERSIONS.contains(type)) {
        lines.add("%s (%s of %s) stays".formatted(named(it), type, stack.stackName()));
      } else if (type.equals("AWS::KMS::Key")) {
        var days = it.getValue().path("Properties").path("PendingWindowInDays").asInt(30);
        lines.add(
            "%s (%s of %s) is unusable at once and gone after %d days"
                .formatted(named(it), type, stack.stackName(), days));
      }
    }
    return lines;
  }

  private static boolean retained(JsonNode resource) {
    return resource.path("DeletionPolicy").asText().startsWith("Retain");
  }

  private static String named(Map.Entry<String, JsonNode> resource) {
    return NAMES.stream()
        .map(name -> resource.getValue().path("Properties").path(name))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .findFirst()
        .orElse(resource.getKey());
  }

  /** Protections that somebody has to take away first. */
  List<Finding> protections(Stack stack) {
    var findings = new ArrayList<Finding>();
    if (Boolean.TRUE.equals(stack.enableTerminationProtection())) {
      findings.add(
          new Finding(
              "stack",
              stack.stackName(),
              "must not be protected from deletion",
              "aws cloudformation update-termination-protection --no-enable-termination-protection"
                  + " --stack-name "
                  + stack.stackName()));
    }
    for (var it : resources(stack)) {
      boolean kept =
          it.getValue().path("Properties").path("DeletionProtectionEnabled").asBoolean(false);
      if (kept && !retained(it.getValue())) {
        findings.add(
            new Finding(
                "table",
                named(it),
                "must not be protected from deletion",
                "set retention.keepData of the environment to false and deploy, then tear down"));
      }
    }
    return findings;
  }

  private List<Map.Entry<String, JsonNode>> resources(Stack stack) {
    return new StackView(cloudFormation, stack.stackName())
        .template().path("Resources").properties().stream()
            .sorted(Map.Entry.comparingByKey())
            .toList();
  }
}
