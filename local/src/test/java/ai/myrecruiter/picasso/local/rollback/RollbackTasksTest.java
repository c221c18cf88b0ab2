package ai.myrecruiter.picasso.local.rollback;

import static ai.myrecruiter.picasso.local.rollback.RollbackBench.ALARM;
import static ai.myrecruiter.picasso.local.rollback.RollbackBench.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.rollout.TaskBench;
import ai.myrecruiter.picasso.tasks.NotReadyYet;
import ai.myrecruiter.picasso.tasks.TransientFailure;
import ai.myrecruiter.picasso.tasks.rollback.RestoreAlias;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Verified;
import ai.myrecruiter.picasso.tasks.rollback.StopRollout;
import ai.myrecruiter.picasso.tasks.rollback.TakeOver;
import ai.myrecruiter.picasso.tasks.rollback.VerifyRollback;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.rollback.RollbackTrigger;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Verification of the alias, and the end of the rollout's own execution. */
final class RollbackTasksTest {
  private final RollbackBench rollback = new RollbackBench();
  private final TaskBench bench = rollback.bench;

  @AfterEach
  void close() {
    rollback.close();
  }

  private RollbackState restored() {
    rollback.observing();
    var taken = rollback.run(TakeOver::new, state(Optional.empty(), ALARM));
    return rollback.run(RestoreAlias::new, taken);
  }

  private DescribeExecutionResponse rolloutExecution() {
    var arn = bench.rollout().executionArn();
    return bench.sfn.client().describeExecution(describe -> describe.executionArn(arn));
  }

  @Test
  void asksTheAliasSeveralTimesInARow() {
    var verified = rollback.run(VerifyRollback::new, restored()).verified().orElseThrow();
    assertThat(verified.answers()).isGreaterThan(1);
    assertThat(verified.sentence())
        .isEqualTo(verified.answers() + " consecutive answers by version 1.");
    assertThat(bench.lambda.count("invoke")).isEqualTo(verified.answers());
  }

  @Test
  void asksLaterAgainWhenAnotherVersionAnswers() {
    var state = restored();
    bench.moveAlias("2", Map.of(), "by hand");
    assertThatThrownBy(() -> rollback.run(VerifyRollback::new, state))
        .isInstanceOf(NotReadyYet.class)
        .hasMessageContaining("came from version 2 instead of 1; the alias is asked again");
  }

  @Test
  void isTriedAgainWhenTheFunctionCannotBeReached() {
    var state = restored();
    bench.lambda.refuse("invoke");
    assertThatThrownBy(() -> rollback.run(VerifyRollback::new, state))
        .isInstanceOf(TransientFailure.class);
    assertThat(rollback.run(VerifyRollback::new, state).verified()).isPresent();
  }

  @Test
  void doesNotAskAnAliasThatBelongsToAnotherRollout() {
    rollback.split(1);
    var other = state(Optional.of(new RolloutId("rollout-9")), ALARM);
    var foreign = rollback.run(RestoreAlias::new, other);
    assertThat(rollback.run(VerifyRollback::new, foreign).verified().map(Verified::answers))
        .contains(0);
    assertThat(bench.lambda.count("invoke")).isZero();
  }

  @Test
  void endsTheRolloutWithTheFindingFirst() {
    rollback.run(StopRollout::new, restored());
    assertThat(rolloutExecution().status()).isEqualTo(ExecutionStatus.ABORTED);
    assertThat(rolloutExecution().error()).isEqualTo("TakenOver");
    assertThat(rolloutExecution().cause())
        .isEqualTo(
            "Alarm picasso-staging-chat-errors went off: Threshold Crossed. Taken over by "
                + RollbackBench.EXECUTION
                + ".");
  }

  @Test
  void mayStopTwice() {
    var state = restored();
    rollback.run(StopRollout::new, state);
    var end = rolloutExecution().stopDate();
    assertThat(rollback.run(StopRollout::new, state)).isEqualTo(state);
    assertThat(rolloutExecution().stopDate()).isEqualTo(end);
  }

  @Test
  void leavesARolloutThatStartedTheRollbackItselfToItsOwnEnd() {
    var json = (ObjectNode) Contracts.tree(Contracts.write(restored()));
    json.put("AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID", bench.rollout().executionArn());
    var nested = Contracts.read(json, RollbackState.class);
    rollback.run(StopRollout::new, nested);
    assertThat(rolloutExecution().status()).isEqualTo(ExecutionStatus.RUNNING);
  }

  @Test
  void hasNobodyToStopWithoutAnOwner() {
    var state = state(Optional.empty(), ALARM);
    assertThat(rollback.run(StopRollout::new, state)).isEqualTo(state);
    assertThat(bench.sfn.count("stopExecution")).isZero();
  }

  @Test
  void doesNotMindAnExecutionThatIsForgotten() {
    var text = Contracts.write(restored());
    var arn = bench.rollout().executionArn();
    var gone = Contracts.read(text.replace(arn, arn + "-gone"), RollbackState.class);
    assertThat(rollback.run(StopRollout::new, gone)).isEqualTo(gone);
  }

  @Test
  void aCauseOfAnyLengthIsCutToWhatTheServiceTakes() {
    rollback.observing();
    var person = new RollbackTrigger.Person("mia", "x".repeat(32_000));
    var taken = rollback.run(TakeOver::new, state(Optional.empty(), person));
    rollback.run(StopRollout::new, taken);
    assertThat(rolloutExecution().status()).isEqualTo(ExecutionStatus.ABORTED);
    assertThat(rolloutExecution().cause()).hasSizeLessThan(5_000).startsWith("mia asked for it: x");
  }
}
