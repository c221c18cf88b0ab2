package ai.myrecruiter.picasso.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.cloudformation.ResourceOperation;
import ai.myrecruiter.picasso.local.lambda.TaskFault;
import ai.myrecruiter.picasso.tests.scenario.Rehearsal;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * Every task that changes a stack made to fail in every way: all cases by {@code tests/faults.sh},
 * and by the suite a slice of them that a seed chooses. Another slice, or one that failed, by
 * {@code mvn -pl tests -am verify -Dtest=DeploymentFaultsTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dpicasso.slice.seed=SEED}.
 */
@Execution(ExecutionMode.CONCURRENT)
final class DeploymentFaultsTest {
  private static final long SEED = 20_261_124;
  private static final int SLICE = 3;
  private static final AliasWeights ONE = AliasWeights.all(new VersionNumber(1));
  private static final AliasWeights TWO = AliasWeights.all(new VersionNumber(2));
  private static final List<String> TASKS =
      List.of(
          "InspectStack",
          "CreateChangeSet",
          "ReviewChangeSet",
          "RequestChangeApproval",
          "VerifyChangeApproval",
          "ExecuteChangeSet",
          "FollowStack");

  static Stream<Arguments> once() {
    // An error that the product does not know is not tried again, so it has no place here.
    return FaultCases.slice(answered().filter(it -> it.get()[1] != TaskFault.ERROR), SLICE, 0);
  }

  /** A question that is never asked has a test of its own: it lasts a day. */
  private static Stream<Arguments> answered() {
    return FaultCases.of(TASKS)
        .filter(it ->
            !(it.get()[0].equals("RequestChangeApproval") && it.get()[1] == TaskFault.SILENCE));
  }

  static Stream<Arguments> outages() {
    return FaultCases.slice(answered(), SLICE, 1);
  }

  @ParameterizedTest
  @MethodSource("once")
  void aTaskThatFailsOnceStopsNoDeployment(String task, TaskFault fault) {
    try (var rehearsal = new Rehearsal(SEED)) {
      var id = Consenting.begin(rehearsal);
      rehearsal.stage().taskFaults().atCall(FaultCases.function(task), 1, fault);
      Consenting.runToEnd(rehearsal, id);
      assertThat(rehearsal.execution(id).status())
          .as("%s", rehearsal.execution(id).cause())
          .isEqualTo(ExecutionStatus.SUCCEEDED);
      assertThat(rehearsal.alias().weights()).isEqualTo(TWO);
      assertThat(status(rehearsal, id)).isEqualTo(DeploymentStatus.COMPLETED);
      assertSettled(rehearsal);
    }
  }

  @ParameterizedTest
  @MethodSource("outages")
  void aTaskThatFailsForTenMinutesLeavesARecordAndOneVersion(String task, TaskFault fault) {
    try (var rehearsal = new Rehearsal(SEED)) {
      var id = Consenting.begin(rehearsal);
      FaultCases.outage(rehearsal, task, fault);
      Consenting.runToEnd(rehearsal, id);
      if (rehearsal.execution(id).status() == ExecutionStatus.SUCCEEDED) {
        assertThat(status(rehearsal, id)).isEqualTo(DeploymentStatus.COMPLETED);
        assertThat(rehearsal.alias().weights()).isEqualTo(TWO);
      } else {
        assertThat(rehearsal.alias().weights()).isEqualTo(ONE);
        assertThat(rehearsal.execution(id).cause()).isNotBlank();
        rehearsal.deployment(id).ifPresent(it -> assertThat(it.status().terminal()).isTrue());
        assertThat(rehearsal.rollout(id).outcome()).isPresent();
      }
      assertSettled(rehearsal);
    }
  }

  /** Nobody is asked when no answer comes from the function that asks; nobody's answer is a no. */
  @Test
  void aQuestionThatNobodyWasAskedIsANoWhenItsTimeIsOver() {
    try (var rehearsal = new Rehearsal(SEED)) {
      var id = Consenting.begin(rehearsal);
      rehearsal
          .stage()
          .taskFaults()
          .atCall(FaultCases.function("RequestChangeApproval"), 1, TaskFault.SILENCE);
      rehearsal.runFor(Duration.ofHours(25));
      assertThat(rehearsal.execution(id).status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(status(rehearsal, id)).isEqualTo(DeploymentStatus.REFUSED);
      assertThat(rehearsal.alias().weights()).isEqualTo(ONE);
      assertSettled(rehearsal);
    }
  }

  static Stream<Arguments> abandonments() {
    return FaultCases.slice(Stream.of(TaskFault.values()).map(Arguments::of), 1, 2);
  }

  @ParameterizedTest
  @MethodSource("abandonments")
  void aRecordOfAFailureThatCannotBeWrittenHoldsNothingUp(TaskFault fault) {
    try (var rehearsal = new Rehearsal(SEED)) {
      rehearsal
          .stage()
          .stacksService()
          .faults()
          .atCall("AWS::Lambda::Function", ResourceOperation.UPDATE, 1, "throttled");
      rehearsal.stage().taskFaults().always(FaultCases.function("AbandonChange"), fault);
      var id = Consenting.begin(rehearsal);
      Consenting.runToEnd(rehearsal, id);
      assertThat(status(rehearsal, id)).isEqualTo(DeploymentStatus.ROLLED_BACK);
      assertThat(rehearsal.alias().weights()).isEqualTo(ONE);
      assertSettled(rehearsal);
    }
  }

  private static DeploymentStatus status(Rehearsal rehearsal, RolloutId id) {
    return rehearsal.deployment(id).orElseThrow().status();
  }

  private static void assertSettled(Rehearsal rehearsal) {
    rehearsal.runUntil(() -> !rehearsal.lease().map(Lease::held).orElse(false));
    assertThat(rehearsal.lease().map(Lease::held).orElse(false)).as("lease held").isFalse();
    assertThat(rehearsal.alias().weights().isSplit()).isFalse();
  }
}
