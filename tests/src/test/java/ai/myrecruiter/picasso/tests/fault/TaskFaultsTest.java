package ai.myrecruiter.picasso.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.lambda.TaskFault;
import ai.myrecruiter.picasso.local.lambda.VersionFaults;
import ai.myrecruiter.picasso.tests.scenario.Rehearsal;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.Outcome;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * One case repeats with {@code mvn -pl tests -am verify -Dtest=TaskFaultsTest
 * -Dsurefire.failIfNoSpecifiedTests=false}; the seed is fixed, so it fails the same way each time.
 */
@Execution(ExecutionMode.CONCURRENT)
final class TaskFaultsTest {
  private static final long SEED = 20_261_123;
  private static final VersionNumber STABLE = new VersionNumber(1);
  private static final VersionNumber CANDIDATE = new VersionNumber(2);

  static Stream<Arguments> rolloutFaults() {
    return FaultCases.of(FaultCases.ROLLOUT);
  }

  static Stream<Arguments> rollbackFaults() {
    return FaultCases.of(FaultCases.ROLLBACK);
  }

  @ParameterizedTest
  @MethodSource("rolloutFaults")
  void aRolloutWhoseTaskFailsOnceStillEndsOnOneVersion(String task, TaskFault fault) {
    try (var rehearsal = new Rehearsal(SEED)) {
      var id = begin(rehearsal, 0);
      rehearsal.stage().taskFaults().atCall(FaultCases.function(task), 1, fault);
      assertEndsOnOneVersionAndSaysWhy(rehearsal, id);
    }
  }

  @ParameterizedTest
  @MethodSource("rolloutFaults")
  void aRolloutWhoseTaskFailsForTenMinutesStillEndsOnOneVersion(String task, TaskFault fault) {
    try (var rehearsal = new Rehearsal(SEED)) {
      var id = begin(rehearsal, 0);
      FaultCases.outage(rehearsal, task, fault);
      assertEndsOnOneVersionAndSaysWhy(rehearsal, id);
    }
  }

  @ParameterizedTest
  @MethodSource("rollbackFaults")
  void aRollbackWhoseTaskFailsForTenMinutesStillRestoresTheAlias(String task, TaskFault fault) {
    try (var rehearsal = new Rehearsal(SEED)) {
      var id = begin(rehearsal, 1);
      rehearsal.runUntil(() -> rehearsal.alias().weights().isSplit());
      FaultCases.outage(rehearsal, task, fault);
      assertEndsOnOneVersionAndSaysWhy(rehearsal, id);
      assertThat(rehearsal.alias().weights()).isEqualTo(AliasWeights.all(STABLE));
    }
  }

  private static RolloutId begin(Rehearsal rehearsal, double errorRate) {
    rehearsal.traffic(errorRate > 0 ? 10 : 2);
    rehearsal
        .stage()
        .faults()
        .set(Rehearsal.FUNCTION, CANDIDATE.toString(), VersionFaults.NONE.withErrorRate(errorRate));
    rehearsal.upload("two");
    return rehearsal.start(Rehearsal.QUICK_PLAN);
  }

  private static void assertEndsOnOneVersionAndSaysWhy(Rehearsal rehearsal, RolloutId id) {
    rehearsal.runToEnd(id);
    rehearsal.runUntil(() -> settled(rehearsal));
    var execution = rehearsal.execution(id);
    assertThat(rehearsal.alias().weights())
        .isIn(AliasWeights.all(STABLE), AliasWeights.all(CANDIDATE));
    assertThat(rehearsal.lease().map(Lease::held).orElse(false))
        .as("the lease is free again")
        .isFalse();
    if (execution.status() == ExecutionStatus.SUCCEEDED) {
      assertThat(rehearsal.alias().weights()).isEqualTo(AliasWeights.all(CANDIDATE));
    } else {
      assertThat(rehearsal.alias().weights()).isEqualTo(AliasWeights.all(STABLE));
      assertThat(execution.error()).isNotBlank();
      assertThat(execution.cause()).isNotBlank();
    }
    rehearsal
        .find(id)
        .ifPresent(rollout -> {
          assertThat(rollout.status().terminal()).as("%s is terminal", rollout.status()).isTrue();
          assertThat(rollout.outcome().map(Outcome::sentence))
              .hasValueSatisfying(s -> assertThat(s).isNotBlank());
        });
  }

  private static boolean settled(Rehearsal rehearsal) {
    return !rehearsal.alias().weights().isSplit()
        && !rehearsal.lease().map(Lease::held).orElse(false);
  }
}
