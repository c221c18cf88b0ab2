package ai.myrecruiter.picasso.local.rollout;

import static ai.myrecruiter.picasso.local.rollout.TaskBench.ONE;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.lambda.TestLambda;
import ai.myrecruiter.picasso.local.lambda.VersionFaults;
import ai.myrecruiter.picasso.tasks.TransientFailure;
import ai.myrecruiter.picasso.tasks.rollout.AliasDrift;
import ai.myrecruiter.picasso.tasks.rollout.JudgeStage;
import ai.myrecruiter.picasso.workflows.lease.LeaseLost;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.Run;
import ai.myrecruiter.picasso.workflows.rollout.Step;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Seed 5 of the bench; the share of each version and its failures follow from it. */
final class JudgeStageTest {
  private static final String CHAT_REQUEST = "{\"action\":\"health_check\"}";
  private final TaskBench bench = new TaskBench();

  @AfterEach
  void close() {
    bench.close();
  }

  private Run observing() {
    var now = bench.now();
    var run =
        bench.owned(r ->
            r.preflighting(now)
                .publishing(ONE, now)
                .published(TWO, now)
                .shifting(0, now)
                .observing(now));
    bench.moveAlias("1", Map.of("2", 0.1), "stage tenth");
    return run;
  }

  private void requests(int count) {
    for (int i = 0; i < count; i++) {
      bench.stage.invoke(TestLambda.CHAT + ":live", CHAT_REQUEST);
    }
    bench.stage.virtualLoop().runFor(Duration.ofSeconds(30));
  }

  private Turn judge(Run run, int look) {
    var turn = new Turn(run, new NextStep(Step.OBSERVE, 0, look, 30, "Waiting"));
    return bench.run(new JudgeStage(bench.ports()), turn, Turn.class);
  }

  private void failing(double share) {
    bench.stage.loop.call(() -> {
      bench
          .stage
          .service
          .faults()
          .set(TestLambda.CHAT, "2", VersionFaults.NONE.withErrorRate(share));
      return true;
    });
  }

  @Test
  void looksOnWhileTimeIsLeft() {
    var run = observing();
    requests(200);
    var turn = judge(run, 1);
    assertThat(turn.next().step()).isEqualTo(Step.OBSERVE);
    assertThat(turn.next().look()).isEqualTo(2);
    assertThat(turn.next().sentence()).contains("No evidence against version 2");
    assertThat(
            bench.rollout().judge().stable().seen().requests()
                + bench.rollout().judge().candidate().seen().requests())
        .isEqualTo(200);
  }

  @Test
  void goesToTheNextStageWhenTheTimeIsOver() {
    var run = observing();
    requests(200);
    judge(run, 1);
    requests(200);
    var turn = judge(run, 2);
    assertThat(turn.next().step()).isEqualTo(Step.APPROVE);
    assertThat(turn.next().stage()).isEqualTo(1);
  }

  @Test
  void goesBackWhenTheNewVersionFails() {
    var run = observing();
    failing(1);
    requests(200);
    var turn = judge(run, 1);
    assertThat(turn.next().step()).isEqualTo(Step.ROLLBACK);
    assertThat(turn.next().sentence()).contains("version 2 fails more often than version 1");
    assertThat(bench.rollout().firstFaultAt()).contains(bench.now());
  }

  @Test
  void withoutDataItHoldsInsteadOfPassing() {
    var run = observing();
    judge(run, 1);
    var turn = judge(run, 2);
    assertThat(turn.next().step()).isEqualTo(Step.HOLD);
    assertThat(turn.next().sentence()).contains("not without data: a person must decide");
    assertThat(bench.rollout().firstFaultAt()).isEmpty();
  }

  @Test
  void aLookThatRunsTwiceCountsOnceAndDecidesTheSame() {
    var run = observing();
    requests(200);
    var first = judge(run, 1);
    var record = bench.rollout();
    requests(50);
    assertThat(judge(run, 1)).isEqualTo(first);
    assertThat(bench.rollout()).isEqualTo(record);
  }

  @Test
  void aLookWhoseAnswerWasLostCountsOnce() {
    var run = observing();
    requests(200);
    bench.dynamoDb.after("putItem", () -> bench.dynamoDb.loseAnswerOf("putItem"));
    assertThatThrownBy(() -> judge(run, 1)).isInstanceOf(TransientFailure.class);
    var record = bench.rollout();
    assertThat(record.judge().looks()).isEqualTo(1);
    judge(run, 1);
    assertThat(bench.rollout()).isEqualTo(record);
  }

  @Test
  void aLookThatWasKeptButNotYetJudgedIsJudgedWhenItIsAskedAgain() {
    var run = observing();
    requests(200);
    bench.dynamoDb.loseAnswerOf("putItem");
    assertThatThrownBy(() -> judge(run, 1)).isInstanceOf(TransientFailure.class);
    assertThat(bench.rollout().judge().looks()).isZero();
    judge(run, 1);
    assertThat(bench.rollout().judge().looks()).isEqualTo(1);
  }

  @Test
  void refusesToJudgeOtherWeightsThanItsOwn() {
    var run = observing();
    bench.moveAlias("1", Map.of("2", 0.3), "by hand");
    assertThatThrownBy(() -> judge(run, 1))
        .isInstanceOf(AliasDrift.class)
        .hasMessageContaining("this rollout left it at " + AliasWeights.split(ONE, TWO, 10));
    assertThat(bench.rollout().judge().looks()).isZero();
  }

  @Test
  void saysThatItWasTakenOverRatherThanThatTheAliasMoved() {
    var run = observing();
    bench.takeOver();
    bench.moveAlias("1", Map.of(), "rolled back");
    assertThatThrownBy(() -> judge(run, 1)).isInstanceOf(LeaseLost.class);
  }

  @Test
  void saysThatItWasTakenOverWhenThatHappensWhileItReadsTheAlias() {
    var run = observing();
    bench.lambda.before(
        "getAlias",
        () -> {
          bench.takeOver();
          bench.moveAlias("1", Map.of(), "rolled back");
        });
    assertThatThrownBy(() -> judge(run, 1)).isInstanceOf(LeaseLost.class);
    assertThat(bench.rollout().judge().looks()).isZero();
  }

  @Test
  void isTriedAgainWhenTheMetricsCannotBeRead() {
    var run = observing();
    requests(200);
    bench.cloudWatch.refuse("getMetricDataPaginator");
    assertThatThrownBy(() -> judge(run, 1)).isInstanceOf(TransientFailure.class);
    assertThat(bench.rollout().judge().looks()).isZero();
    assertThat(judge(run, 1).next().look()).isEqualTo(2);
  }
}
