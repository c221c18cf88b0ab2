package ai.myrecruiter.picasso.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.lambda.TaskFault;
import ai.myrecruiter.picasso.local.lambda.VersionFaults;
import ai.myrecruiter.picasso.tests.scenario.Rehearsal;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Both functions end on the same side, whichever task fails and however. A slice of all cases, by a
 * seed; all of them with {@code tests/faults.sh}, another slice with {@code
 * -Dpicasso.slice.seed=N}.
 */
@Execution(ExecutionMode.CONCURRENT)
final class TwoFunctionsFaultsTest {
  private static final long SEED = 20_261_124;
  private static final int SLICE = 3;
  private static final AliasWeights STABLE = AliasWeights.all(new VersionNumber(1));
  private static final AliasWeights CANDIDATE = AliasWeights.all(new VersionNumber(2));

  static Stream<Arguments> rolloutFaults() {
    return FaultCases.slice(FaultCases.of(FaultCases.ROLLOUT), SLICE, 0);
  }

  static Stream<Arguments> rollbackFaults() {
    return FaultCases.slice(FaultCases.of(FaultCases.ROLLBACK), SLICE, 0);
  }

  @ParameterizedTest
  @MethodSource("rolloutFaults")
  void aRolloutWhoseTaskFailsOnceEndsWithBothOnOneSide(String task, TaskFault fault) {
    try (var rehearsal = new Rehearsal(SEED)) {
      var id = begin(rehearsal, 0);
      rehearsal.stage().taskFaults().atCall(FaultCases.function(task), 1, fault);
      assertEndsOnOneSide(rehearsal, id);
    }
  }

  @ParameterizedTest
  @MethodSource("rolloutFaults")
  void aRolloutWhoseTaskFailsForTenMinutesEndsWithBothOnOneSide(String task, TaskFault fault) {
    try (var rehearsal = new Rehearsal(SEED)) {
      var id = begin(rehearsal, 0);
      FaultCases.outage(rehearsal, task, fault);
      assertEndsOnOneSide(rehearsal, id);
    }
  }

  @ParameterizedTest
  @MethodSource("rollbackFaults")
  void aRollbackWhoseTaskFailsForTenMinutesTakesBothBack(String task, TaskFault fault) {
    try (var rehearsal = new Rehearsal(SEED)) {
      var id = begin(rehearsal, 1);
      rehearsal.runUntil(() -> rehearsal.alias(Rehearsal.STREAMING).weights().isSplit());
      FaultCases.outage(rehearsal, task, fault);
      assertEndsOnOneSide(rehearsal, id);
      assertThat(rehearsal.alias().weights()).isEqualTo(STABLE);
    }
  }

  /** Chat is well; the streaming function's candidate fails at the given rate. */
  private static RolloutId begin(Rehearsal rehearsal, double errorRate) {
    var perSecond = errorRate > 0 ? 10 : 2;
    rehearsal.traffic(perSecond);
    rehearsal.traffic(Rehearsal.STREAMING, perSecond);
    rehearsal
        .stage()
        .faults()
        .set(Rehearsal.STREAMING, "2", VersionFaults.NONE.withErrorRate(errorRate));
    rehearsal.upload("two");
    rehearsal.upload(Rehearsal.STREAMING, "two");
    return rehearsal.startBoth(Rehearsal.QUICK_PLAN);
  }

  private static void assertEndsOnOneSide(Rehearsal rehearsal, RolloutId id) {
    rehearsal.runToEnd(id);
    assertThat(rehearsal.runUntil(() -> settled(rehearsal))).as("settles").isTrue();
    var both =
        List.of(weights(rehearsal, Rehearsal.FUNCTION), weights(rehearsal, Rehearsal.STREAMING));
    assertThat(both).isIn(List.of(STABLE, STABLE), List.of(CANDIDATE, CANDIDATE));
    rehearsal
        .find(id)
        .ifPresent(
            rollout -> assertThat(rollout.status().terminal()).as("%s", rollout.status()).isTrue());
  }

  private static AliasWeights weights(Rehearsal rehearsal, String function) {
    return rehearsal.alias(function).weights();
  }

  private static boolean settled(Rehearsal rehearsal) {
    return !weights(rehearsal, Rehearsal.FUNCTION).isSplit()
        && !weights(rehearsal, Rehearsal.STREAMING).isSplit()
        && !rehearsal.lease().map(Lease::held).orElse(false);
  }
}
