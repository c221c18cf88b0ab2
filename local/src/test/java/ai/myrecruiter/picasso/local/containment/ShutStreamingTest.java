package ai.myrecruiter.picasso.local.containment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.lambda.TestLambda;
import ai.myrecruiter.picasso.local.rollout.TaskBench;
import ai.myrecruiter.picasso.runtime.jwt.Revocations;
import ai.myrecruiter.picasso.runtime.jwt.SessionId;
import ai.myrecruiter.picasso.runtime.jwt.TokenMetrics;
import ai.myrecruiter.picasso.runtime.tenant.TenantId;
import ai.myrecruiter.picasso.tasks.TransientFailure;
import ai.myrecruiter.picasso.tasks.containment.ShutStreaming;
import ai.myrecruiter.picasso.workflows.rollback.RollbackTrigger;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class ShutStreamingTest {
  private final TaskBench bench = new TaskBench();

  @AfterEach
  void close() {
    bench.close();
  }

  private ShutStreaming.Shut shut(String function) {
    var trigger =
        new RollbackTrigger.Alarm("picasso-staging-jwt-bypass", "1 in 10 s", Optional.empty());
    var breach = new ShutStreaming.Breach(TaskBench.STAGING, function, trigger);
    return bench.run(new ShutStreaming(bench.ports()), breach, ShutStreaming.Shut.class);
  }

  private Integer reserved() {
    return bench
        .ports()
        .lambda()
        .getFunctionConcurrency(get -> get.functionName(TestLambda.CHAT))
        .reservedConcurrentExecutions();
  }

  private Optional<Long> epoch(String tenant) {
    return Optional.ofNullable(
            bench
                .dynamoDb
                .client()
                .getItem(get ->
                    get.tableName("picasso-staging-tokens")
                        .key(
                            Map.of(
                                "tenant", AttributeValue.fromS(tenant),
                                "item", AttributeValue.fromS("epoch#tenant"))))
                .item()
                .get("epoch"))
        .map(value -> Long.parseLong(value.n()));
  }

  private void register(String key) {
    bench
        .dynamoDb
        .client()
        .putItem(put ->
            put.tableName("picasso-staging-tenants")
                .item(Map.of("key", AttributeValue.fromS(key))));
  }

  @Test
  void endsTheStreamsOfEveryTenant() {
    register("tenant#north");
    register("tenant#lake");
    register("host#north.example");
    assertThat(shut(TestLambda.CHAT).revokedTenants()).isEqualTo(2);
    long now = bench.ports().clock().instant().toEpochMilli();
    assertThat(epoch("north")).contains(now);
    assertThat(epoch("lake")).contains(now);
    assertThat(epoch("host")).isEmpty();
    var asThePayloadReads =
        new Revocations(
            bench.dynamoDb.client(),
            "picasso-staging-tokens",
            bench.ports().clock(),
            new TokenMetrics());
    assertThat(asThePayloadReads.epochs(new TenantId("north"), new SessionId("session-1")).tenant())
        .isEqualTo(now);
  }

  @Test
  void raisesAnEpochThatIsAheadOfTheClock() {
    register("tenant#north");
    shut(TestLambda.CHAT);
    long before = epoch("north").orElseThrow();
    shut(TestLambda.CHAT);
    assertThat(epoch("north").orElseThrow()).isGreaterThan(before);
  }

  @Test
  void shutsFirstAndIsTriedAgainWhenTheTablesDoNotAnswer() {
    bench.dynamoDb.client().deleteTable(it -> it.tableName("picasso-staging-tenants"));
    assertThatThrownBy(() -> shut(TestLambda.CHAT)).isInstanceOf(RuntimeException.class);
    assertThat(reserved()).isZero();
  }

  @Test
  void letsNobodyStartAnotherInvocation() {
    assertThat(reserved()).isNull();
    var shut = shut(TestLambda.CHAT);
    assertThat(reserved()).isZero();
    assertThat(shut.function()).isEqualTo(TestLambda.CHAT);
    assertThat(shut.sentence()).isEqualTo("Alarm picasso-staging-jwt-bypass went off: 1 in 10 s");
  }

  @Test
  void doesTheSameTwice() {
    shut(TestLambda.CHAT);
    shut(TestLambda.CHAT);
    assertThat(reserved()).isZero();
  }

  @Test
  void isTriedAgainWhenTheServiceRefuses() {
    assertThatThrownBy(() -> shut("nobody")).isInstanceOf(TransientFailure.class);
  }
}
