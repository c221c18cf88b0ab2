package ai.myrecruiter.picasso.tasks.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.tasks.Tables;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.judge.CumulativeCounts;
import ai.myrecruiter.picasso.workflows.judge.JudgeState;
import ai.myrecruiter.picasso.workflows.judge.LookKind;
import ai.myrecruiter.picasso.workflows.judge.StageAction;
import ai.myrecruiter.picasso.workflows.judge.Tally;
import ai.myrecruiter.picasso.workflows.plan.PlanReader;
import ai.myrecruiter.picasso.workflows.rollout.RecordedLook;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.StartRollout;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

final class LookTableTest {
  private static final Instant NOW = Instant.parse("2026-11-02T08:00:00Z");
  private final DynamoDbClient dynamoDb = Tables.create();
  private final LookTable looks = new LookTable(dynamoDb, Tables.ROLLOUTS);

  @AfterEach
  void close() {
    dynamoDb.close();
  }

  @Test
  void keepsALookOnceWhateverComesAfterUnderItsId() {
    var rollout = rollout("one", 2);
    var first = look(1, 100);
    assertThat(looks.keep(rollout, first)).isEqualTo(first);
    assertThat(looks.keep(rollout, look(1, 999))).isEqualTo(first);
    assertThat(looks.read(rollout, "look-1")).contains(first);
    assertThat(looks.read(rollout, "look-2")).isEmpty();
  }

  @Test
  void listsThoseThatCountedInTheirOrder() {
    var rollout = rollout("one", 11);
    LongStream.of(11, 2, 1, 10, 9, 3, 4, 5, 6, 7, 8, 12)
        .forEach(number -> looks.keep(rollout, look(number, number)));
    assertThat(looks.list(rollout))
        .extracting(RecordedLook::sequence)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
  }

  @Test
  void keepsTheLooksOfRolloutsApart() {
    looks.keep(rollout("one", 1), look(1, 100));
    assertThat(looks.list(rollout("two", 1))).isEmpty();
    assertThat(looks.read(rollout("two", 1), "look-1")).isEmpty();
  }

  @Test
  void leavesTheListOfRolloutsAlone() {
    var rollouts = new RolloutTable(dynamoDb, Tables.ROLLOUTS);
    var rollout = rollouts.create(rollout("one", 0), NOW);
    looks.keep(rollout, look(1, 100));
    assertThat(rollouts.list(Environment.STAGING)).containsExactly(rollout);
  }

  @Test
  void saysWhenSomebodyElseWroteALook() {
    var rollout = rollout("one", 1);
    dynamoDb.putItem(put ->
        put.tableName(Tables.ROLLOUTS)
            .item(
                Map.of(
                    "environment", AttributeValue.fromS("staging/" + rollout.id()),
                    "rolloutId", AttributeValue.fromS("look-1"))));
    assertThatThrownBy(() -> looks.list(rollout))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has no document");
  }

  private static RecordedLook look(long sequence, long requests) {
    return new RecordedLook(
        sequence,
        "look-" + sequence,
        LookKind.STAGE,
        0,
        1,
        NOW,
        List.of(),
        CumulativeCounts.of(new Tally(requests, 1), new Tally(10, 0)),
        List.of(),
        Optional.of(StageAction.CONTINUE));
  }

  /** A rollout of which a number of looks have counted. */
  private static Rollout rollout(String name, long counted) {
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
    var id = new RolloutId("rollout-" + name);
    var start =
        new StartRollout(
            Environment.STAGING,
            id,
            "picasso-staging-chat",
            "live",
            Optional.empty(),
            Optional.empty(),
            plan,
            plan.digest(),
            "alice");
    var rollout = Rollout.accepted(start, "arn:" + name, 1, NOW);
    return counted == 0 ? rollout : rollout.looked(judged(counted), "", NOW);
  }

  private static JudgeState judged(long looks) {
    var none = JudgeState.START;
    return new JudgeState(
        none.errors(),
        none.latency(),
        none.refusals(),
        none.objective(),
        none.routing(),
        none.thresholds(),
        looks,
        Optional.of("look-" + looks),
        true);
  }
}
