package ai.myrecruiter.picasso.infra.payload;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.infra.SynthesizedApp;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Variables and roles of the payload. */
final class PayloadDataTest {
  private static final String STAGING = "picasso-staging-payload";

  @ParameterizedTest
  @ValueSource(strings = {"Chat", "Streaming"})
  void handsEachFunctionWhatItNeeds(String function) {
    var variables =
        SynthesizedApp.properties(
                STAGING,
                "AWS::Lambda::Function",
                "FunctionName",
                "picasso-staging-" + function.toLowerCase(Locale.ROOT))
            .at("/Environment/Variables");
    for (var name :
        new String[] {
          "PICASSO_TOKENS_TABLE", "PICASSO_TENANTS_TABLE", "PICASSO_RECENT_MESSAGES_TABLE",
          "PICASSO_SUMMARIES_TABLE", "PICASSO_SESSIONS_TABLE", "PICASSO_CANCELLATIONS_TABLE",
          "PICASSO_MODEL_ID", "PICASSO_SHARED_HOSTS", "PICASSO_GUARDRAIL_ID"
        }) {
      assertThat(variables.has(name)).as(name).isTrue();
    }
    boolean streams = function.equals("Streaming");
    assertThat(variables.path("AWS_LAMBDA_EXEC_WRAPPER").asText())
        .isEqualTo(streams ? "/var/task/bin/picasso-streaming" : "");
    assertThat(variables.has("PICASSO_JWT_VERIFICATION_SECRET")).isEqualTo(streams);
    assertThat(variables.has("PICASSO_JWT_SIGNING_SECRET")).isEqualTo(!streams);
    assertThat(variables.path("PICASSO_STREAMING_URL").toString())
        .isEqualTo(streams ? "" : "{\"Fn::GetAtt\":[\"StreamingUrl\",\"FunctionUrl\"]}");
  }

  private static JsonNode statements(String role) {
    return SynthesizedApp.resources(STAGING).stream()
        .filter(resource -> resource.getKey().startsWith(role))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow()
        .at("/Properties/Policies/0/PolicyDocument/Statement");
  }

  @Test
  void letsTheStreamingFunctionReadNoPrivateKeyAndDeleteNothing() {
    var streaming = statements("StreamingRole").toString();
    assertThat(streaming)
        .contains(":secret:picasso/staging/jwt/verification-keys-??????")
        .doesNotContain("signing-key", "DeleteItem", "dynamodb:*", "dynamodb:Scan", "TokensUpdate");
    assertThat(statements("ChatRole").toString())
        .contains(":secret:picasso/staging/jwt/signing-key-??????")
        .doesNotContain("verification-keys", "dynamodb:*", "dynamodb:Scan");
  }

  @Test
  void allowsNoActionOnEverything() {
    for (var role : new String[] {"ChatRole", "StreamingRole"}) {
      assertThat(statements(role))
          .isNotEmpty()
          .allSatisfy(statement -> {
            assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
            assertThat(statement.path("Resource").toString()).isNotEqualTo("\"*\"");
            assertThat(statement.path("Action").toString()).doesNotContain("*");
          });
    }
  }
}
