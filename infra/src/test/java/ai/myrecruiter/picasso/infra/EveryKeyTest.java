package ai.myrecruiter.picasso.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may administer the keys, and who may use them. */
final class EveryKeyTest {
  static final List<String> STACKS = EveryStackTest.STACKS;
  private static final String KEY = "AWS::KMS::Key";
  private static final Set<String> USES =
      Set.of(
          "kms:Decrypt",
          "kms:DescribeKey",
          "kms:Encrypt",
          "kms:GenerateDataKey",
          "kms:GenerateDataKey*",
          "kms:ReEncrypt*");

  private static List<JsonNode> statements(String stack) {
    var statements = new ArrayList<JsonNode>();
    SynthesizedApp.properties(stack, KEY)
        .forEach(key -> key.at("/KeyPolicy/Statement").forEach(statements::add));
    return statements;
  }

  private static boolean isAdministration(JsonNode statement) {
    return statement.path("Action").asText().equals("kms:*");
  }

  @ParameterizedTest
  @FieldSource("STACKS")
  void isAdministeredByTheAccountsOwnPoliciesAlone(String stack) {
    for (var key : SynthesizedApp.properties(stack, KEY)) {
      assertThat(key.at("/KeyPolicy/Statement"))
          .filteredOn(EveryKeyTest::isAdministration)
          .singleElement()
          .satisfies(root ->
              assertThat(root.at("/Principal/AWS/Fn::Join/1").toString())
                  .contains(":iam::", "AWS::AccountId", ":root"));
    }
  }

  @ParameterizedTest
  @FieldSource("STACKS")
  void isUsedByNamedActionsOnly(String stack) {
    for (var statement : statements(stack)) {
      if (!isAdministration(statement)) {
        assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
        assertThat(statement.path("Sid").asText()).as("says whom it lets").isNotBlank();
        assertThat(statement.path("Action"))
            .as("%s of %s", statement.path("Sid").asText(), stack)
            .isNotEmpty()
            .allSatisfy(action -> assertThat(USES).contains(action.asText()));
        assertThat(statement.has("NotAction") || statement.has("NotPrincipal")).isFalse();
      }
    }
  }

  /** Services and roles, and under which conditions; there is no other user of a key. */
  @ParameterizedTest
  @FieldSource("STACKS")
  void isUsedUnderAConditionThatNamesAccountOrResource(String stack) {
    var unconditional = new ArrayList<String>();
    for (var statement : statements(stack)) {
      if (!isAdministration(statement) && !statement.has("Condition")) {
        unconditional.add(statement.at("/Principal/Service").asText());
      }
    }
    assertThat(unconditional)
        .as("EventBridge sends KMS neither source account nor ARN; the topic has its own policy")
        .isEqualTo(stack.endsWith("-observability") ? List.of("events.amazonaws.com") : List.of());
  }

  @ParameterizedTest
  @FieldSource("STACKS")
  void rotatesEveryKeyThatEncrypts(String stack) {
    for (var key : SynthesizedApp.properties(stack, KEY)) {
      if (!key.path("KeyUsage").asText().equals("SIGN_VERIFY")) {
        assertThat(key.path("EnableKeyRotation").asBoolean()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"workflows", "payload"})
  void letsCloudWatchLogsUseTheKeyOfLogsForGroupsOfTheEnvironmentOnly(String name) {
    for (var environment : List.of("staging", "production")) {
      var stack = "picasso-" + environment + "-" + name;
      var use = statements(stack).stream().filter(it -> !isAdministration(it)).toList();
      assertThat(use).hasSize(1);
      assertThat(use.getFirst().at("/Principal/Service/Fn::Join/1").toString())
          .isEqualTo("[\"logs.\",{\"Ref\":\"AWS::Region\"},\".amazonaws.com\"]");
      var groups = use.getFirst().at("/Condition/ArnLike/kms:EncryptionContext:aws:logs:arn");
      assertThat(groups)
          .hasSize(3)
          .allSatisfy(group ->
              assertThat(group.toString())
                  .endsWith("/picasso-%s-*\"]]}".formatted(environment))
                  .contains("AWS::Region", "AWS::AccountId", ":log-group:/aws/"));
    }
  }

  @Test
  void hasAsManyKeysAsTheDocumentsSay() {
    var keys =
        Map.of(
            "data", 1, "payload", 1, "observability", 1, "workflows", 1, "triggers", 0, "audit", 2);
    keys.forEach((stack, count) ->
        assertThat(SynthesizedApp.properties("picasso-production-" + stack, KEY))
            .as(stack)
            .hasSize(count));
  }
}
