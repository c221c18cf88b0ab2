package ai.myrecruiter.picasso.infra.payload;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.infra.SynthesizedApp;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables, secrets, variables and roles of the payload. */
final class PayloadDataTest {
  private static final String STAGING = "picasso-staging-payload";
  private static final String PRODUCTION = "picasso-production-payload";

  private static JsonNode table(String stack, String name) {
    return SynthesizedApp.properties(stack, "AWS::DynamoDB::Table", "TableName", name);
  }

  @ParameterizedTest
  @CsvSource({
    "tokens, tenant, item, true",
    "tenants, key, , false",
    "recent-messages, tenantSession, timestamp, true",
    "conversation-summaries, tenantSession, , true",
    "sessions, tenantSubject, session, true",
    "stream-cancellations, stream, , true"
  })
  void keysAndExpiresItsTablesAsTheCodeExpects(
      String name, String partition, @Nullable String sort, boolean expires) {
    var table = table(STAGING, "picasso-staging-" + name);
    assertThat(table.at("/KeySchema/0/AttributeName").asText()).isEqualTo(partition);
    assertThat(table.at("/KeySchema/1/AttributeName").asText()).isEqualTo(sort == null ? "" : sort);
    assertThat(table.at("/TimeToLiveSpecification/AttributeName").asText())
        .isEqualTo(expires ? "ttl" : "");
    assertThat(table.at("/TimeToLiveSpecification/Enabled").asBoolean()).isEqualTo(expires);
  }

  @Test
  void encryptsBacksUpAndKeepsTablesAsTheEnvironmentSays() {
    assertThat(SynthesizedApp.properties(PRODUCTION, "AWS::DynamoDB::Table"))
        .hasSize(6)
        .allSatisfy(table -> {
          assertThat(table.at("/SSESpecification/SSEEnabled").asBoolean()).isTrue();
          assertThat(table.at("/DeletionProtectionEnabled").asBoolean()).isTrue();
          assertThat(table.at("/PointInTimeRecoverySpecification/RecoveryPeriodInDays").asInt())
              .isEqualTo(35);
        });
    assertThat(SynthesizedApp.properties(STAGING, "AWS::DynamoDB::Table"))
        .hasSize(6)
        .allSatisfy(table -> {
          assertThat(table.at("/DeletionProtectionEnabled").asBoolean()).isFalse();
          assertThat(table.at("/PointInTimeRecoverySpecification/RecoveryPeriodInDays").asInt())
              .isEqualTo(7);
        });
  }

  @Test
  void namesSecretsAndPutsNoKeyIntoTheTemplate() {
    var secrets = SynthesizedApp.properties(STAGING, "AWS::SecretsManager::Secret");
    assertThat(secrets.stream().map(secret -> secret.path("Name").asText()))
        .containsExactly(
            "picasso/staging/jwt/signing-key", "picasso/staging/jwt/verification-keys");
    assertThat(secrets)
        .allSatisfy(secret -> {
          assertThat(secret.has("SecretString")).isFalse();
          assertThat(secret.has("GenerateSecretString")).isFalse();
        });
  }

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
        .contains("\"Ref\":\"VerificationKeys\"")
        .doesNotContain("SigningKeys", "DeleteItem", "dynamodb:*", "dynamodb:Scan", "TokensUpdate");
    assertThat(statements("ChatRole").toString())
        .contains("\"Ref\":\"SigningKeys\"")
        .doesNotContain("VerificationKeys", "dynamodb:*", "dynamodb:Scan");
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

  @Test
  void watchesLatencyThrottlingAndTenantsOfTheStreamingFunction() {
    for (var expected :
        Map.of(
                "streaming-latency", "FirstTokenLatency",
                "streaming-cross-tenant-attempts", "CrossTenantAttempts",
                "streaming-dynamodb-throttling", "DynamoDbThrottles")
            .entrySet()) {
      var alarm = alarm(expected.getKey());
      assertThat(alarm.path("MetricName").asText()).isEqualTo(expected.getValue());
      assertThat(alarm.at("/Dimensions/0/Value").asText()).isEqualTo("picasso-staging-streaming");
    }
    assertThat(alarm("streaming-latency").path("Threshold").asInt()).isEqualTo(5_000);
    assertThat(alarm("streaming-latency").path("ExtendedStatistic").asText()).isEqualTo("p99");
    assertThat(alarm("dynamodb-throttling").path("Threshold").asInt()).isEqualTo(5);
  }

  private static JsonNode alarm(String name) {
    return SynthesizedApp.properties(
        STAGING, "AWS::CloudWatch::Alarm", "AlarmName", "picasso-staging-" + name);
  }
}
