package ai.myrecruiter.picasso.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.lambda.VersionFaults;
import ai.myrecruiter.picasso.tests.scenario.Rehearsal;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * A task stops just before one of its calls of a service, whichever: what it had begun is gone on
 * with, and comes to the end that it would have come to. The suite takes a slice of all calls, by a
 * seed; all of them by {@code tests/faults.sh CallFaultsTest}, another slice by {@code
 * -Dpicasso.slice.seed=N}.
 */
@Execution(ExecutionMode.CONCURRENT)
final class CallFaultsTest {
  private static final long SEED = 20_261_130;
  private static final int SLICE = 60;
  private static final AliasWeights STABLE = AliasWeights.all(new VersionNumber(1));
  private static final AliasWeights CANDIDATE = AliasWeights.all(new VersionNumber(2));

  static Stream<Arguments> callsOfARelease() {
    return slice(CallFaultsTest::release, 0);
  }

  static Stream<Arguments> callsOfARollback() {
    return slice(CallFaultsTest::failingRelease, 1);
  }

  static Stream<Arguments> callsOfADeployment() {
    return slice(Consenting::begin, 2);
  }

  @ParameterizedTest
  @MethodSource("callsOfARelease")
  void aReleaseOfTwoFunctionsIsPromoted(String function, int call, CallFault fault) {
    try (var rehearsal = new Rehearsal(SEED)) {
      var id = release(rehearsal);
      runHarming(rehearsal, id, new CallsOfTasks(function, call, fault));
      assertSucceeded(rehearsal, id);
      assertBoth(rehearsal, CANDIDATE);
    }
  }

  @ParameterizedTest
  @MethodSource("callsOfARollback")
  void aReleaseThatFailsGoesBack(String function, int call, CallFault fault) {
    try (var rehearsal = new Rehearsal(SEED)) {
      var id = failingRelease(rehearsal);
      runHarming(rehearsal, id, new CallsOfTasks(function, call, fault));
      assertBoth(rehearsal, STABLE);
      assertThat(rehearsal.rollout(id).outcome()).isPresent();
    }
  }

  @ParameterizedTest
  @MethodSource("callsOfADeployment")
  void aChangeOfAStackIsCompletedAndReleased(String function, int call, CallFault fault) {
    try (var rehearsal = new Rehearsal(SEED)) {
      var id = Consenting.begin(rehearsal);
      runHarming(rehearsal, id, new CallsOfTasks(function, call, fault));
      assertSucceeded(rehearsal, id);
      assertThat(rehearsal.deployment(id).orElseThrow().status())
          .isEqualTo(DeploymentStatus.COMPLETED);
      assertThat(rehearsal.alias().weights()).isEqualTo(CANDIDATE);
    }
  }

  private static Stream<Arguments> slice(Function<Rehearsal, RolloutId> beginning, long salt) {
    var calls = CallsOfTasks.counted();
    try (var rehearsal = new Rehearsal(SEED)) {
      var id = beginning.apply(rehearsal);
      rehearsal.beforeCalls(calls);
      runToRest(rehearsal, id);
    }
    return FaultCases.slice(calls.each(), SLICE, salt);
  }

  private static RolloutId release(Rehearsal rehearsal) {
    return begin(rehearsal, 2, VersionFaults.NONE);
  }

  /** Chat is well; every request to the streaming function's candidate fails. */
  private static RolloutId failingRelease(Rehearsal rehearsal) {
    return begin(rehearsal, 10, VersionFaults.NONE.withErrorRate(1));
  }

  private static RolloutId begin(Rehearsal rehearsal, double perSecond, VersionFaults faults) {
    rehearsal.traffic(perSecond);
    rehearsal.traffic(Rehearsal.STREAMING, perSecond);
    rehearsal.stage().faults().set(Rehearsal.STREAMING, "2", faults);
    rehearsal.upload("two");
    rehearsal.upload(Rehearsal.STREAMING, "two");
    return rehearsal.startBoth(Rehearsal.QUICK_PLAN);
  }

  private static void runHarming(Rehearsal rehearsal, RolloutId id, CallsOfTasks calls) {
    rehearsal.beforeCalls(calls);
    runToRest(rehearsal, id);
    assertThat(calls.struck()).as("the fault struck").isTrue();
    assertThat(rehearsal.rollout(id).status().terminal()).isTrue();
    assertThat(rehearsal.lease().map(Lease::held)).contains(false);
  }

  private static void runToRest(Rehearsal rehearsal, RolloutId id) {
    Consenting.runToEnd(rehearsal, id);
    rehearsal.runUntil(() -> !rehearsal.lease().map(Lease::held).orElse(false));
  }

  private static void assertSucceeded(Rehearsal rehearsal, RolloutId id) {
    assertThat(rehearsal.execution(id).status())
        .as("%s", rehearsal.execution(id).cause())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  private static void assertBoth(Rehearsal rehearsal, AliasWeights weights) {
    assertThat(rehearsal.alias().weights()).isEqualTo(weights);
    assertThat(rehearsal.alias(Rehearsal.STREAMING).weights()).isEqualTo(weights);
  }
}
