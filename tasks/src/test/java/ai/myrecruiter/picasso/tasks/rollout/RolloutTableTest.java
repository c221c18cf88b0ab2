package ai.myrecruiter.picasso.tasks.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.tasks.Tables;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.plan.PlanReader;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import ai.myrecruiter.picasso.workflows.rollout.StartRollout;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

final class RolloutTableTest {
  private static final Environment STAGING = Environment.STAGING;
  private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");
  private final DynamoDbClient dynamoDb = Tables.create();
  private final RolloutTable rollouts = new RolloutTable(dynamoDb, Tables.ROLLOUTS);

  @AfterEach
  void close() {
    dynamoDb.close();
  }

  @Test
  void readsBackWhatWasCreated() {
    var rollout = rollouts.create(rollout("one", NOW), NOW);
    assertThat(rollouts.read(STAGING, rollout.id())).contains(rollout);
  }

  @Test
  void leavesARecordAloneThatExists() {
    var first = rollouts.create(rollout("one", NOW), NOW);
    assertThat(rollouts.create(rollout("one", NOW.plusSeconds(5)), NOW)).isEqualTo(first);
  }

  @Test
  void listsTheLatestFirst() {
    rollouts.create(rollout("old", NOW), NOW);
    rollouts.create(rollout("new", NOW.plusSeconds(60)), NOW);
    assertThat(rollouts.list(STAGING))
        .extracting(r -> r.id().toString())
        .containsExactly("rollout-new", "rollout-old");
    assertThat(rollouts.list(Environment.PRODUCTION)).isEmpty();
  }

  @Test
  void appliesAChangeAgainWhenSomebodyElseChangedTheRecordInBetween() {
    var id = rollouts.create(rollout("one", NOW), NOW).id();
    var interfered = new AtomicBoolean();
    var after =
        rollouts.change(
            STAGING,
            id,
            NOW,
            rollout -> {
              if (interfered.compareAndSet(false, true)) {
                rollouts.change(
                    STAGING, id, NOW, other -> other.noted("a note by another task", NOW));
              }
              return rollout.preflighting(NOW);
            });
    assertThat(after.status()).isEqualTo(RolloutStatus.PREFLIGHT);
    assertThat(after.timeline().entries())
        .extracting(e -> e.sentence())
        .contains("a note by another task");
  }

  @Test
  void keepsTheStatusWhereAQueryCanSeeIt() {
    var id = rollouts.create(rollout("one", NOW), NOW).id();
    rollouts.change(
        STAGING, id, NOW, r -> r.preflighting(NOW).publishing(new VersionNumber(2), NOW));
    var item = dynamoDb.scan(request -> request.tableName(Tables.ROLLOUTS)).items().getFirst();
    assertThat(item.get("status")).hasToString("AttributeValue(S=PUBLISHING)");
    assertThat(item.get("revision")).hasToString("AttributeValue(N=2)");
  }

  @Test
  void saysThatAnIdIsUnknown() {
    assertThatThrownBy(() -> rollouts.change(STAGING, new RolloutId("nowhere"), NOW, r -> r))
        .isInstanceOf(UnknownRollout.class)
        .hasMessageContaining("nowhere")
        .hasMessageContaining("picasso rollout list");
  }

  private static Rollout rollout(String name, Instant at) {
    var plan =
        PlanReader.read(
                """
                name: quick
                alpha: 0.01
                targets: {effect: 3}
                stages: [{name: first, weight: 10, duration: 10s, look: 5s}]
                bake: {holdback: 5, duration: 10s, look: 5s}
                alarms: [chat-errors]
                """)
            .orThrow();
    var start =
        new StartRollout(
            STAGING,
            new RolloutId("rollout-" + name),
            "picasso-staging-chat",
            "live",
            Optional.empty(),
            Optional.empty(),
            plan,
            plan.digest(),
            "alice");
    return Rollout.accepted(start, "arn:" + name, 1, at);
  }
}
