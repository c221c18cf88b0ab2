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

  @Test
  void namesTheResourceOfEveryActionThatHasOne() {
    for (var stack :
        List.of(
            "picasso-staging-payload",
            "picasso-production-workflows",
            "picasso-production-triggers",
            "picasso-staging-observability")) {
      for (var statement : roleStatements(stack)) {
        if (texts(statement.path("Resource")).contains("*")) {
          assertThat(WITHOUT_RESOURCE).containsAll(texts(statement.path("Action")));
        }
      }
    }
  }

  @Test
  void allowsNoActionByPattern() {
    for (var statement : statements("picasso-staging-workflows")) {
      assertThat(texts(statement.path("Action")))
          .allSatisfy(action -> assertThat(action).doesNotContain("*"));
      assertThat(statement.has("NotAction") || statement.has("NotResource")).isFalse();
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
            "dynamodb:Scan",
            "lambda:DeleteFunction",
            "lambda:UpdateFunctionCode")) {
      assertThat(rolesAllowedTo(action)).as(action).isEmpty();
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
