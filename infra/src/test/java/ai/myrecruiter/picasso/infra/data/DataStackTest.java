package ai.myrecruiter.picasso.infra.data;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.infra.SynthesizedApp;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DataStackTest {
  private static final String STAGING = "picasso-staging-data";
  private static final String PRODUCTION = "picasso-production-data";

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
        .hasSize(8)
        .allSatisfy(table -> {
          assertThat(table.at("/SSESpecification/SSEEnabled").asBoolean()).isTrue();
          assertThat(table.at("/DeletionProtectionEnabled").asBoolean()).isTrue();
          assertThat(table.at("/PointInTimeRecoverySpecification/RecoveryPeriodInDays").asInt())
              .isEqualTo(35);
        });
    assertThat(SynthesizedApp.properties(STAGING, "AWS::DynamoDB::Table"))
        .hasSize(8)
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

  @Test
  void keepsRecordsAndLeasesForGood() {
    for (var name : new String[] {"leases", "rollouts"}) {
      assertThat(table(STAGING, "picasso-staging-" + name).has("TimeToLiveSpecification"))
          .isFalse();
    }
    assertThat(table(STAGING, "picasso-staging-leases").path("KeySchema").toString())
        .isEqualTo("[{\"AttributeName\":\"environment\",\"KeyType\":\"HASH\"}]");
    assertThat(table(STAGING, "picasso-staging-rollouts").path("KeySchema").toString())
        .isEqualTo(
            "[{\"AttributeName\":\"environment\",\"KeyType\":\"HASH\"},{\"AttributeName\":\"rolloutId\",\"KeyType\":\"RANGE\"}]");
  }

  @ParameterizedTest
  @ValueSource(strings = {STAGING, PRODUCTION})
  void encryptsEveryTableAndSecretWithItsOwnKey(String stack) {
    assertThat(SynthesizedApp.properties(stack, "AWS::DynamoDB::Table"))
        .allSatisfy(table -> {
          assertThat(table.at("/SSESpecification/SSEType").asText()).isEqualTo("KMS");
          assertThat(isTheKey(table.at("/SSESpecification/KMSMasterKeyId"))).isTrue();
        });
    assertThat(SynthesizedApp.properties(stack, "AWS::SecretsManager::Secret"))
        .allSatisfy(secret -> assertThat(isTheKey(secret.path("KmsKeyId"))).isTrue());
  }

  private static boolean isTheKey(JsonNode value) {
    return value.at("/Fn::GetAtt/0").asText().startsWith("DataKey");
  }

  @Test
  void keepsWhatHoldsDataInProductionWhateverHappensToTheStack() {
    var holdsData = Set.of("AWS::DynamoDB::Table", "AWS::KMS::Key", "AWS::SecretsManager::Secret");
    assertThat(SynthesizedApp.resources(PRODUCTION))
        .filteredOn(it -> holdsData.contains(it.getValue().path("Type").asText()))
        .hasSize(11)
        .allSatisfy(it -> {
          assertThat(it.getValue().path("DeletionPolicy").asText()).isEqualTo("Retain");
          assertThat(it.getValue().path("UpdateReplacePolicy").asText()).isEqualTo("Retain");
        });
  }

  @Test
  void rotatesTheKeyAndLetsOnlyTheEnvironmentsRolesUseIt() {
    var key = SynthesizedApp.properties(PRODUCTION, "AWS::KMS::Key").getFirst();
    assertThat(key.path("EnableKeyRotation").asBoolean()).isTrue();
    assertThat(key.path("RotationPeriodInDays").asInt()).isEqualTo(365);
    assertThat(key.path("PendingWindowInDays").asInt()).isEqualTo(30);
    var statements = key.at("/KeyPolicy/Statement");
    assertThat(statements).hasSize(2);
    assertThat(statements.get(0).at("/Principal/AWS").toString()).contains(":root");
    var use = statements.get(1);
    assertThat(use.at("/Condition/ArnLike/aws:PrincipalArn").toString())
        .contains(":role/picasso-production-*");
    assertThat(use.at("/Condition/StringEquals/kms:ViaService").toString())
        .contains("dynamodb.", "secretsmanager.");
    assertThat(use.at("/Condition/StringEquals/kms:CallerAccount").toString())
        .isEqualTo("{\"Ref\":\"AWS::AccountId\"}");
    assertThat(use.path("Action").toString())
        .doesNotContain("*", "CreateGrant", "Delete", "PutKeyPolicy");
  }
}
