package ai.myrecruiter.picasso.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.Environment;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a first deployment leaves empty, and who fills it. */
final class SeedTest {
  private final StagedCommands staged = StagedCommands.empty(Environment.STAGING);

  @AfterEach
  void close() {
    staged.close();
  }

  private String secret(String name) {
    return staged
        .stage()
        .secrets()
        .getSecretValue(it -> it.secretId("picasso/staging/jwt/" + name))
        .secretString();
  }

  @Test
  void fillsAnEnvironmentThatWasDeployedOnceAndForAll() {
    assertThat(staged.run("deploy", "--yes").exit()).isZero();
    var run = staged.run("deploy", "seed");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains("Key rings: new keys", "Tenant: health-validation");
    var signing = secret("signing-key");
    assertThat(signing).contains("\"d\":", "staging-2026-11-02-stream-1");
    assertThat(secret("verification-keys"))
        .contains("staging-2026-11-02-manage-1")
        .doesNotContain("\"d\":");
    assertThat(
            staged
                .stage()
                .dynamoDb()
                .getItem(it ->
                    it.tableName("picasso-staging-tenants")
                        .key(Map.of("key", AttributeValue.fromS("host#health-validation"))))
                .item())
        .containsEntry("tenant", AttributeValue.fromS("health-validation"));

    var again = staged.run("deploy", "seed", "-o", "json");
    assertThat(again.json().path("newKeys").asBoolean(true)).isFalse();
    assertThat(secret("signing-key")).isEqualTo(signing);
    assertThat(run.out() + run.err() + again.out() + again.err()).doesNotContain("\"d\":");
  }

  @Test
  void beginsAnewWhenOnlyThePublicHalvesWereWritten() {
    assertThat(staged.run("deploy", "--yes").exit()).isZero();
    staged
        .stage()
        .secrets()
        .putSecretValue(
            it -> it.secretId("picasso/staging/jwt/verification-keys").secretString("{}"));
    assertThat(staged.run("deploy", "seed").exit()).isZero();
    assertThat(secret("verification-keys")).contains("staging-2026-11-02-stream-1");
  }

  @Test
  void replacesNoKeysThatSign() {
    assertThat(staged.run("deploy", "--yes").exit()).isZero();
    staged
        .stage()
        .secrets()
        .putSecretValue(it -> it.secretId("picasso/staging/jwt/signing-key").secretString("{}"));
    var run = staged.run("deploy", "seed");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("verification-keys has none", "would end every session");
    assertThat(secret("signing-key")).isEqualTo("{}");
  }

  @Test
  void leavesATenantThatSomebodyHasChangedAsItIs() {
    assertThat(staged.run("deploy", "--yes").exit()).isZero();
    var changed =
        Map.of(
            "key", AttributeValue.fromS("tenant#health-validation"),
            "streaming", AttributeValue.fromS("off"));
    staged.stage().dynamoDb().putItem(it -> it.tableName("picasso-staging-tenants").item(changed));
    assertThat(staged.run("deploy", "seed").exit()).isZero();
    assertThat(
            staged
                .stage()
                .dynamoDb()
                .getItem(it ->
                    it.tableName("picasso-staging-tenants")
                        .key(Map.of("key", AttributeValue.fromS("tenant#health-validation"))))
                .item())
        .isEqualTo(changed);
  }

  @Test
  void takesNoOptionThatItDoesNotHeed() {
    assertThat(staged.run("deploy", "seed", "--assembly", "somewhere").exit()).isEqualTo(2);
  }

  @Test
  void refusesAnEnvironmentThatIsNotDeployed() {
    var run = staged.run("deploy", "seed");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("picasso-staging-tenants is not there: deploy first");
  }
}
