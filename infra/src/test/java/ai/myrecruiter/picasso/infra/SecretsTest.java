package ai.myrecruiter.picasso.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret is in no template and in no environment variable of a function. */
final class SecretsTest {
  static final List<String> STACKS = EveryStackTest.STACKS;

  /**
   * Every variable of every function. All are names, ARNs, addresses or settings; a new one is put
   * here by somebody who has looked at what is in it.
   */
  private static final Set<String> VARIABLES =
      Set.of(
          "AWS_LAMBDA_EXEC_WRAPPER",
          "PICASSO_CANCELLATIONS_TABLE",
          "PICASSO_ENVIRONMENT",
          "PICASSO_FREEZE",
          "PICASSO_GUARDRAIL_ID",
          "PICASSO_GUARDRAIL_VERSION",
          "PICASSO_JWT_SIGNING_SECRET",
          "PICASSO_JWT_VERIFICATION_SECRET",
          "PICASSO_LEASES_TABLE",
          "PICASSO_MODEL_ID",
          "PICASSO_POLICY",
          "PICASSO_RECENT_MESSAGES_TABLE",
          "PICASSO_ROLLBACK_STATE_MACHINE_ARN",
          "PICASSO_ROLLOUTS_TABLE",
          "PICASSO_SESSIONS_TABLE",
          "PICASSO_SHARED_HOSTS",
          "PICASSO_STREAMING_URL",
          "PICASSO_SUMMARIES_TABLE",
          "PICASSO_TENANTS_TABLE",
          "PICASSO_TOKENS_TABLE",
          "PICASSO_TOPIC_ARN");

  /** What CloudFormation would put the value of a secret in place of. */
  private static final Pattern DYNAMIC_REFERENCE =
      Pattern.compile("\\{\\{\\s*resolve:(secretsmanager|ssm-secure)");

  /** PEM, an access key's id, a token, a private key as JWK, and long text of one alphabet. */
  private static final Pattern LOOKS_SECRET =
      Pattern.compile(
          "-----BEGIN|A[KS]IA[0-9A-Z]{16}|eyJ[A-Za-z0-9_-]{10,}|\"(d|k)\"\\s*:|"
              + "(?<![A-Za-z0-9+/=_-])[A-Za-z0-9+/_]{40,}={0,2}(?![A-Za-z0-9+/=_-])");

  private static Set<String> names(String stack) {
    var names = new TreeSet<String>();
    for (var function : SynthesizedApp.properties(stack, "AWS::Lambda::Function")) {
      function.at("/Environment/Variables").fieldNames().forEachRemaining(names::add);
    }
    return names;
  }

  @Test
  void knowsEveryVariableOfEveryFunction() {
    var all = new TreeSet<String>();
    STACKS.forEach(stack -> all.addAll(names(stack)));
    assertThat(all).isEqualTo(new TreeSet<>(VARIABLES));
  }

  @ParameterizedTest
  @FieldSource("STACKS")
  void hasNothingInAVariableThatLooksLikeASecret(String stack) {
    for (var function : SynthesizedApp.properties(stack, "AWS::Lambda::Function")) {
      for (var variable : function.at("/Environment/Variables").properties()) {
        assertThat(LOOKS_SECRET.matcher(variable.getValue().toString()).find())
            .as("%s of %s", variable.getKey(), function.path("FunctionName").asText())
            .isFalse();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-----BEGIN EC PRIVATE KEY-----",
        "AKIAABCDEFGHIJKLMNOP",
        "eyJhbGciOiJIUzI1NiJ9.e30.x",
        "{\"kty\":\"oct\",\"k\":\"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ\"}",
        "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEYabc"
      })
  void wouldNoticeOne(String secret) {
    assertThat(LOOKS_SECRET.matcher(secret).find()).isTrue();
  }

  @ParameterizedTest
  @FieldSource("STACKS")
  void letsCloudFormationResolveNoSecret(String stack) {
    var template = SynthesizedApp.template(stack).toString();
    assertThat(DYNAMIC_REFERENCE.matcher(template).find()).isFalse();
    assertThat(DYNAMIC_REFERENCE.matcher("{{resolve:secretsmanager:a:SecretString}}").find())
        .isTrue();
    assertThat(SynthesizedApp.properties(stack, "AWS::SecretsManager::Secret"))
        .allSatisfy(SecretsTest::isEmpty);
  }

  private static void isEmpty(JsonNode secret) {
    assertThat(secret.has("SecretString") || secret.has("GenerateSecretString")).isFalse();
  }

  @ParameterizedTest
  @FieldSource("STACKS")
  void asksNobodyForASecretByParameter(String stack) {
    assertThat(SynthesizedApp.template(stack).path("Parameters").fieldNames())
        .toIterable()
        .allMatch(name ->
            Set.of(
                    "BootstrapVersion",
                    "GuardrailId",
                    "GuardrailVersion",
                    "ModelId",
                    "StableVersion",
                    "StreamingStableVersion")
                .contains(name));
  }

  @Test
  void namesSecretsByTheirName() {
    var chat =
        SynthesizedApp.properties(
            "picasso-staging-payload",
            "AWS::Lambda::Function",
            "FunctionName",
            "picasso-staging-chat");
    assertThat(chat.at("/Environment/Variables/PICASSO_JWT_SIGNING_SECRET").asText())
        .isEqualTo("picasso/staging/jwt/signing-key");
  }
}
