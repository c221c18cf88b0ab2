package ai.myrecruiter.picasso.local.rollout;

import static ai.myrecruiter.picasso.local.rollout.TaskBench.ONE;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.STAGING;
import static ai.myrecruiter.picasso.local.rollout.TaskBench.TWO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.tasks.TransientFailure;
import ai.myrecruiter.picasso.tasks.rollout.AliasDrift;
import ai.myrecruiter.picasso.tasks.rollout.PromoteVersion;
import ai.myrecruiter.picasso.tasks.rollout.ReleaseHoldback;
import ai.myrecruiter.picasso.tasks.rollout.ShiftTraffic;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.lease.LeaseLost;
import ai.myrecruiter.picasso.workflows.rollout.AliasMemory;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import ai.myrecruiter.picasso.workflows.rollout.Run;
import ai.myrecruiter.picasso.workflows.rollout.Step;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The three tasks that move traffic: each does it once, for the owner only, or not at all. */
final class TrafficTasksTest {
  private final TaskBench bench = new TaskBench();

  /** A task, the record and the alias before it, and what it has to leave behind. */
  enum Move {
    SHIFT,
    PROMOTE,
    RELEASE;

    NextStep next() {
      return switch (this) {
        case SHIFT -> new NextStep(Step.SHIFT, 0, 0, 0, "Passed");
        case PROMOTE -> new NextStep(Step.PROMOTE, 2, 0, 0, "Passed");
        case RELEASE -> new NextStep(Step.RELEASE, 2, 0, 0, "Passed");
      };
    }

    AliasWeights before() {
      return switch (this) {
        case SHIFT -> AliasWeights.all(ONE);
        case PROMOTE -> AliasWeights.split(ONE, TWO, 50);
        case RELEASE -> AliasWeights.split(TWO, ONE, 5);
      };
    }

    AliasWeights after() {
      return switch (this) {
        case SHIFT -> AliasWeights.split(ONE, TWO, 10);
        case PROMOTE -> AliasWeights.split(TWO, ONE, 5);
        case RELEASE -> AliasWeights.all(TWO);
      };
    }

    Task<Turn, Turn> task(TaskBench bench) {
      return switch (this) {
        case SHIFT -> new ShiftTraffic(bench.ports());
        case PROMOTE -> new PromoteVersion(bench.ports());
        case RELEASE -> new ReleaseHoldback(bench.ports());
      };
    }

    UnaryOperator<Rollout> steps(TaskBench bench) {
      var now = bench.now();
      UnaryOperator<Rollout> published =
          r -> r.preflighting(now).publishing(ONE, now).published(TWO, now);
      UnaryOperator<Rollout> watched =
          r -> published.apply(r).shifting(0, now).observing(now).shifting(1, now).observing(now);
      return switch (this) {
        case SHIFT -> published;
        case PROMOTE -> watched;
        case RELEASE -> r -> watched.apply(r).promoting(now).baking(now);
      };
    }

    RolloutStatus status() {
      return switch (this) {
        case SHIFT -> RolloutStatus.OBSERVING;
        case PROMOTE -> RolloutStatus.BAKING;
        case RELEASE -> RolloutStatus.CLOSING;
      };
    }
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Run begin(Move move) {
    var run = bench.owned(move.steps(bench));
    put(move.before());
    return run;
  }

  private void put(AliasWeights weights) {
    bench.moveAlias(
        weights.primary().toString(), weights.additionalVersionWeights(), "before the task");
  }

  private Turn move(Move move, Run run) {
    var turn = new Turn(run, move.next());
    return bench.run(move.task(bench), turn, Turn.class);
  }

  @ParameterizedTest
  @EnumSource
  void movesTheAliasAndTheRecord(Move move) {
    move(move, begin(move));
    assertThat(bench.alias().weights()).isEqualTo(move.after());
    assertThat(bench.rollout().status()).isEqualTo(move.status());
  }

  @ParameterizedTest
  @EnumSource
  void givesTheSameAnswerAndWritesOnceWhenItRunsTwice(Move move) {
    var run = begin(move);
    var first = move(move, run);
    var alias = bench.alias();
    var record = bench.rollout();
    assertThat(move(move, run)).isEqualTo(first);
    assertThat(bench.alias()).isEqualTo(alias);
    assertThat(bench.rollout()).isEqualTo(record);
  }

  @ParameterizedTest
  @EnumSource
  void finishesWhenTheAnswerOfTheAliasWasLost(Move move) {
    var run = begin(move);
    bench.lambda.loseAnswerOf("updateAlias");
    assertThatThrownBy(() -> move(move, run)).isInstanceOf(TransientFailure.class);
    var written = bench.alias();
    assertThat(written.weights()).isEqualTo(move.after());
    move(move, run);
    assertThat(bench.alias()).isEqualTo(written);
    assertThat(bench.rollout().status()).isEqualTo(move.status());
  }

  @ParameterizedTest
  @EnumSource
  void finishesWhenItWasKilledBeforeTheAlias(Move move) {
    var run = begin(move);
    bench.lambda.refuse("updateAlias");
    assertThatThrownBy(() -> move(move, run)).isInstanceOf(TransientFailure.class);
    assertThat(bench.alias().weights()).isEqualTo(move.before());
    move(move, run);
    assertThat(bench.alias().weights()).isEqualTo(move.after());
  }

  @ParameterizedTest
  @EnumSource
  void writesNothingUnderAnOldToken(Move move) {
    var run = begin(move);
    var before = bench.alias();
    var record = bench.rollout();
    bench.takeOver();
    assertThatThrownBy(() -> move(move, run))
        .isInstanceOf(LeaseLost.class)
        .hasMessageContaining("token 1 no longer owns staging: the present token is 2")
        .hasMessageContaining("rollback by an alarm");
    assertThat(bench.alias()).isEqualTo(before);
    assertThat(bench.rollout()).isEqualTo(record);
  }

  /** The record was changed, then a rollback took over and put the alias back. */
  @ParameterizedTest
  @EnumSource
  void writesNothingWhenItIsTakenOverJustBeforeTheAlias(Move move) {
    var run = begin(move);
    bench.lambda.before(
        "updateAlias",
        () -> {
          bench.takeOver();
          bench.moveAlias("1", Map.of(), "picasso token=2 stable=1 candidate=- rollout=rollout-1");
        });
    assertThatThrownBy(() -> move(move, run)).isInstanceOf(LeaseLost.class);
    assertThat(bench.alias().weights()).isEqualTo(AliasWeights.all(ONE));
  }

  @ParameterizedTest
  @EnumSource
  void refusesAnAliasThatSomebodyElseMoved(Move move) {
    var run = begin(move);
    bench.moveAlias("3", Map.of(), "by hand");
    assertThatThrownBy(() -> move(move, run))
        .isInstanceOf(AliasDrift.class)
        .hasMessageContaining("Alias picasso-staging-chat:live sends its traffic to")
        .hasMessageContaining("find the other writer in CloudTrail");
    assertThat(bench.alias().weights()).isEqualTo(AliasWeights.all(new VersionNumber(3)));
  }

  @ParameterizedTest
  @EnumSource(names = {"SHIFT", "PROMOTE"})
  void leavesTheStableVersionInTheAliasForARollback(Move move) {
    var run = begin(move);
    move(move, run);
    assertThat(bench.alias().memory())
        .contains(new AliasMemory(run.token(), ONE, Optional.of(TWO), run.rolloutId()));
  }

  @Test
  void theReleasedVersionIsTheStableOneFromThenOn() {
    var run = begin(Move.RELEASE);
    var turn = move(Move.RELEASE, run);
    assertThat(bench.alias().memory())
        .contains(AliasMemory.released(run.token(), TWO, ONE, run.rolloutId()));
    assertThat(turn.next().step()).isEqualTo(Step.CLOSE);
    assertThat(turn.next().sentence()).isEqualTo("Version 2 serves everything. Passed");
  }

  @Test
  void countsFromTheShiftOn() {
    var run = begin(Move.SHIFT);
    var turn = move(Move.SHIFT, run);
    assertThat(turn.next().step()).isEqualTo(Step.OBSERVE);
    assertThat(turn.next().look()).isEqualTo(1);
    assertThat(turn.next().waitSeconds()).isEqualTo(30);
    assertThat(turn.next().sentence()).isEqualTo("10 % on version 2");
    assertThat(bench.rollout().judge().lastLook()).contains("shift-0");
  }

  @Test
  void aMetricThatCannotBeReadMovesNoTraffic() {
    var run = begin(Move.SHIFT);
    bench.cloudWatch.refuse("getMetricDataPaginator");
    assertThatThrownBy(() -> move(Move.SHIFT, run)).isInstanceOf(TransientFailure.class);
    assertThat(bench.alias().weights()).isEqualTo(AliasWeights.all(ONE));
    assertThat(bench.rollouts().read(STAGING, run.rolloutId()).map(Rollout::status))
        .contains(RolloutStatus.PUBLISHING);
  }
}
