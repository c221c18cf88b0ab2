package ai.myrecruiter.picasso.infra.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.infra.SynthesizedApp;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LeastPrivilegeTest {
  /** Actions for which IAM knows no resource, each with who needs it. */
  private static final Set<String> WITHOUT_RESOURCE =
      Set.of(
          // The judge compares the metrics of two versions.
          "cloudwatch:GetMetricData",
          // A change set is asked for by the parameters that its template has.
          "cloudformation:GetTemplateSummary",
          // Step Functions delivers a machine's log.
          "logs:CreateLogDelivery",
          "logs:DeleteLogDelivery",
          "logs:DescribeLogGroups",
          "logs:DescribeResourcePolicies",
          "logs:GetLogDelivery",
          "logs:ListLogDeliveries",
          "logs:PutResourcePolicy",
          "logs:UpdateLogDelivery",
          // Step Functions traces a machine.
          "xray:GetSamplingRules",
          "xray:GetSamplingTargets",
          "xray:PutTelemetryRecords",
          "xray:PutTraceSegments");

  /** What a star in a resource stands for; the environment's prefix is left out. */
  private static final Map<String, String> STARS =
      Map.ofEntries(
          Map.entry("*", "actions for which IAM knows no resource"),
          Map.entry("lambda function:chat:*", "versions and aliases"),
          Map.entry("lambda function:streaming:*", "versions and aliases"),
          Map.entry("states execution:rollout:*", "executions, named when they start"),
          Map.entry("states execution:rollback:*", "executions, named when they start"),
          Map.entry("states execution:health-validation:*", "executions, named when they start"),
          Map.entry("cloudwatch alarm:*", "alarms of the environment, of which a plan names some"),
          Map.entry("cloudformation stack/payload/*", "the id that CloudFormation gives a stack"),
          Map.entry(
              "s3 cdk-hnb659fds-assets-AWS::AccountId-AWS::Region/*",
              "templates by digest, which CDK uploaded"),
          Map.entry("bedrock guardrail/*", "the guardrail, which a deployment may choose"),
          Map.entry(
              "secretsmanager secret:picasso/ENVIRONMENT/jwt/signing-key-??????",
              "the characters that the service adds"),
          Map.entry(
              "secretsmanager secret:picasso/ENVIRONMENT/jwt/verification-keys-??????",
              "the characters that the service adds"));

  private static List<String> stacks() {
    return Stream.of("staging", "production")
        .flatMap(environment ->
            Stream.of("data", "payload", "observability", "workflows", "triggers", "audit")
                .map(stack -> "picasso-" + environment + "-" + stack))
        .toList();
  }

  @Test
  void namesTheResourceOfEveryActionThatHasOneAndListsNoOther() {
    var actions = new TreeSet<String>();
    for (var stack : stacks()) {
      for (var statement : roleStatements(stack)) {
        if (texts(statement.path("Resource")).contains("*")) {
          actions.addAll(texts(statement.path("Action")));
        }
      }
    }
    assertThat(actions).isEqualTo(new TreeSet<>(WITHOUT_RESOURCE));
  }

  @Test
  void explainsEveryStarInAResourceAndNoOther() {
    var found = new TreeSet<String>();
    for (var stack : stacks()) {
      var environment = stack.split("-", -1)[1];
      for (var statement : roleStatements(stack)) {
        for (var resource : flat(statement.path("Resource"))) {
          if (resource.contains("*") || resource.contains("?")) {
            found.add(
                resource
                    .replace("picasso-" + environment + "-", "")
                    .replace("picasso/" + environment + "/", "picasso/ENVIRONMENT/"));
          }
        }
      }
    }
    assertThat(found).isEqualTo(new TreeSet<>(STARS.keySet()));
  }

  /** ARNs as {@code service resource}, references by their names. */
  private static List<String> flat(JsonNode oneOrMore) {
    var all = oneOrMore.isArray() ? oneOrMore.valueStream().toList() : List.of(oneOrMore);
    return all.stream()
        .map(LeastPrivilegeTest::text)
        .map(arn ->
            arn.replaceFirst(
                "^arn:AWS::Partition:([a-z0-9-]+):(AWS::Region)?:(AWS::AccountId)?:", "$1 "))
        .toList();
  }

  private static String text(JsonNode value) {
    if (value.has("Fn::Join")) {
      var text = new StringBuilder();
      value.at("/Fn::Join/1").forEach(part -> text.append(text(part)));
      return text.toString();
    }
    return value.has("Ref") ? value.path("Ref").asText() : value.asText();
  }

  @Test
  void allowsNoActionByPattern() {
    for (var stack : stacks()) {
      for (var statement : roleStatements(stack)) {
        assertThat(texts(statement.path("Action")))
            .allSatisfy(action -> assertThat(action).doesNotContain("*"));
        assertThat(statement.has("NotAction") || statement.has("NotResource")).isFalse();
      }
    }
  }

  /** Keys name their users by conditions; EveryKeyTest looks at them. */
  @Test
  void opensNoResourceToEverybodyButToDenyOrByTheFunctionUrl() {
    for (var stack : stacks()) {
      for (var resource : SynthesizedApp.resources(stack)) {
        if (resource.getValue().path("Type").asText().startsWith("AWS::IAM::")) {
          continue;
        }
        for (var statement : statementsOf(resource)) {
          if (statement.path("Principal").toString().contains("\"*\"")) {
            assertThat(statement.path("Effect").asText()).as(resource.getKey()).isEqualTo("Deny");
          }
        }
      }
    }
  }

  @Test
  void letsOnlyTheTasksThatMoveTrafficMoveIt() {
    assertThat(rolesAllowedTo("lambda:UpdateAlias"))
        .containsExactly("PromoteVersion", "ReleaseHoldback", "RestoreAlias", "ShiftTraffic");
    assertThat(rolesAllowedTo("lambda:PublishVersion")).containsExactly("PublishVersion");
    assertThat(rolesAllowedTo("states:StopExecution"))
        .containsExactly("Rollback", "Rollout", "StopRollout");
  }

  @Test
  void letsAliasesMoveOfTheTwoReleasedFunctionsOnly() {
    for (var resource : SynthesizedApp.resources("picasso-staging-workflows")) {
      for (var statement : statementsOf(resource)) {
        if (texts(statement.path("Action")).contains("lambda:UpdateAlias")) {
          assertThat(functionsOf(statement))
              .containsExactly("picasso-staging-chat", "picasso-staging-streaming");
        }
      }
    }
  }

  private static Set<String> functionsOf(JsonNode statement) {
    var names = new TreeSet<String>();
    var matcher =
        Pattern.compile("function:([a-z-]+)").matcher(statement.path("Resource").toString());
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  @Test
  void letsNobodyDeleteOrScanRecordsOrChangeCode() {
    for (var action :
        List.of(
            "dynamodb:DeleteItem",
            "dynamodb:DeleteTable",
            "lambda:DeleteFunction",
            "lambda:UpdateFunctionCode")) {
      assertThat(rolesAllowedTo(action)).as(action).isEmpty();
    }
  }

  @Test
  void letsOnlyTheContainmentReadAWholeTableAndThatIsTheTenants() {
    assertThat(rolesAllowedTo("dynamodb:Scan")).containsExactly("ShutStreaming");
    for (var statement : statements("picasso-staging-workflows")) {
      if (statement.path("Action").toString().contains("dynamodb:Scan")) {
        assertThat(statement.path("Resource").toString())
            .contains("table/picasso-", "-tenants")
            .doesNotContain("rollouts", "leases", "messages", "summaries", "sessions", "*");
      }
    }
  }

  @Test
  void letsRollbackMoveTheAliasWithoutAnythingThatCanBeBroken() {
    var actions = new TreeSet<String>();
    for (var resource : SynthesizedApp.resources("picasso-staging-workflows")) {
      if (resource.getKey().startsWith("RestoreAliasRole")) {
        statementsOf(resource).forEach(it -> actions.addAll(texts(it.path("Action"))));
      }
    }
    assertThat(actions)
        .containsExactly(
            "lambda:GetAlias", "lambda:UpdateAlias", "logs:CreateLogStream", "logs:PutLogEvents");
  }

  @Test
  void givesEveryFunctionARoleOfItsOwn() {
    var roles =
        SynthesizedApp.properties("picasso-staging-workflows", "AWS::Lambda::Function").stream()
            .map(function -> function.path("Role").toString())
            .toList();
    assertThat(roles).doesNotHaveDuplicates();
  }

  @Test
  void leavesOtherEnvironmentsAlone() {
    for (var statement : statements("picasso-staging-workflows")) {
      assertThat(statement.toString()).doesNotContain("picasso-production");
    }
  }

  private static Set<String> rolesAllowedTo(String action) {
    var roles = new TreeSet<String>();
    for (var resource : SynthesizedApp.resources("picasso-staging-workflows")) {
      var actions = new ArrayList<String>();
      statementsOf(resource).forEach(statement -> actions.addAll(texts(statement.path("Action"))));
      if (actions.contains(action)) {
        roles.add(resource.getKey().replaceFirst("Role[0-9A-F]{8}$", ""));
      }
    }
    return roles;
  }

  /** Statements of roles; those of resources speak of their own resource. */
  private static List<JsonNode> roleStatements(String stack) {
    return SynthesizedApp.resources(stack).stream()
        .filter(resource -> resource.getValue().path("Type").asText().startsWith("AWS::IAM::"))
        .flatMap(resource -> statementsOf(resource).stream())
        .toList();
  }

  private static List<JsonNode> statements(String stack) {
    return SynthesizedApp.resources(stack).stream()
        .flatMap(resource -> statementsOf(resource).stream())
        .toList();
  }

  private static List<JsonNode> statementsOf(Map.Entry<String, JsonNode> resource) {
    var statements = new ArrayList<JsonNode>();
    var properties = resource.getValue().path("Properties");
    properties.path("PolicyDocument").path("Statement").forEach(statements::add);
    for (var policy : properties.path("Policies")) {
      policy.path("PolicyDocument").path("Statement").forEach(statements::add);
    }
    return statements;
  }

  private static List<String> texts(JsonNode oneOrMore) {
    var texts = new ArrayList<String>();
    if (oneOrMore.isArray()) {
      oneOrMore.forEach(one -> texts.add(one.asText()));
    } else {
      texts.add(oneOrMore.asText());
    }
    return texts;
  }
}
