package ai.myrecruiter.picasso.tests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.lambda.VersionFaults;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.ApprovalAnswer;
import ai.myrecruiter.picasso.workflows.rollout.DecidedBy;
import ai.myrecruiter.picasso.workflows.rollout.Outcome;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

final class OwnershipTest {
  private final Rehearsal rehearsal = new Rehearsal(3);

  @AfterEach
  void close() {
    rehearsal.close();
  }

  @Test
  void ofTwoStartsAtOnceOneWinsAndTheOtherIsToldWhoOwnsTheEnvironment() {
    rehearsal.traffic(2);
    rehearsal.upload("two");
    var first = rehearsal.start(Rehearsal.QUICK_PLAN);
    var second = rehearsal.start(Rehearsal.QUICK_PLAN);

    rehearsal.runToEnd(first);
    rehearsal.runToEnd(second);

    assertThat(rehearsal.execution(first).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(rehearsal.execution(second).error()).endsWith("LeaseHeld");
    assertThat(rehearsal.execution(second).cause()).contains(first.toString()).contains("alice");
    assertThat(rehearsal.find(second)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = RolloutStatus.class,
      names = {"ACCEPTED", "PUBLISHING", "AWAITING_APPROVAL", "OBSERVING", "BAKING"})
  void abortWorksInEveryState(RolloutStatus status) {
    rehearsal.traffic(2);
    rehearsal.upload("two");
    boolean asks = status == RolloutStatus.AWAITING_APPROVAL;
    slowDown(status);
    var id = rehearsal.start(asks ? Rehearsal.PLAN_WITH_APPROVAL : Rehearsal.QUICK_PLAN);
    assertThat(
            rehearsal.runUntil(
                () -> rehearsal.find(id).map(r -> r.status() == status).orElse(false)))
        .isTrue();

    rehearsal.abort(id);
    rehearsal.runToEnd(id);
    rehearsal.runFor(Duration.ofMinutes(1));

    assertThat(rehearsal.execution(id).status()).isEqualTo(ExecutionStatus.ABORTED);
    assertThat(rehearsal.rollout(id).status()).isEqualTo(RolloutStatus.ROLLED_BACK);
    assertThat(rehearsal.rollout(id).outcome().map(Outcome::decidedBy)).contains(DecidedBy.PERSON);
    assertThat(rehearsal.alias().weights()).isEqualTo(AliasWeights.all(new VersionNumber(1)));
    assertThat(rehearsal.lease().map(Lease::held)).contains(false);
  }

  /**
   * Keeps a task that follows a status from answering for a while, so that the status can be seen.
   */
  private void slowDown(RolloutStatus status) {
    var function =
        switch (status) {
          case ACCEPTED -> "picasso-staging-run-preflight";
          case PUBLISHING -> "picasso-staging-publish-version";
          default -> "none";
        };
    rehearsal
        .stage()
        .faults()
        .set(function, "$LATEST", VersionFaults.NONE.withLatency(Duration.ofSeconds(5)));
  }

  @Test
  void anApprovalStartsTheStage() {
    var id = untilAsked();
    answer(
        id,
        new ApprovalAnswer(
            true,
            "bob",
            "tenth",
            rehearsal.rollout(id).request().planDigest(),
            Optional.of("looks good")));
    assertThat(rehearsal.runToEnd(id).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void aRejectionGoesBack() {
    var id = untilAsked();
    answer(
        id,
        new ApprovalAnswer(
            false, "bob", "tenth", rehearsal.rollout(id).request().planDigest(), Optional.empty()));
    assertThat(rehearsal.runToEnd(id).error()).isEqualTo("RolledBack");
    assertThat(rehearsal.rollout(id).outcome().map(Outcome::decidedBy)).contains(DecidedBy.PERSON);
  }

  @Test
  void theStartersOwnApprovalAndOneForAnotherPlanDoNotCount() {
    var id = untilAsked();
    var digest = rehearsal.rollout(id).request().planDigest();
    answer(id, new ApprovalAnswer(true, "alice", "tenth", digest, Optional.empty()));
    rehearsal.runFor(Duration.ofSeconds(5));
    assertThat(rehearsal.rollout(id).status()).isEqualTo(RolloutStatus.AWAITING_APPROVAL);
    answer(id, new ApprovalAnswer(true, "bob", "tenth", "0".repeat(64), Optional.empty()));
    rehearsal.runFor(Duration.ofSeconds(5));
    assertThat(rehearsal.rollout(id).status()).isEqualTo(RolloutStatus.AWAITING_APPROVAL);
    assertThat(rehearsal.alias().weights().isSplit()).isFalse();
  }

  @Test
  void silenceCountsAsThePlansDefault() {
    var id = untilAsked();
    rehearsal.runFor(Duration.ofMinutes(11));
    assertThat(rehearsal.execution(id).error()).isEqualTo("RolledBack");
    assertThat(rehearsal.rollout(id).outcome().map(Outcome::sentence).orElse(""))
        .contains("Nobody answered");
  }

  private RolloutId untilAsked() {
    rehearsal.traffic(2);
    rehearsal.upload("two");
    var id = rehearsal.start(Rehearsal.PLAN_WITH_APPROVAL);
    assertThat(rehearsal.runUntil(() -> rehearsal.find(id).flatMap(r -> r.approval()).isPresent()))
        .isTrue();
    return id;
  }

  private void answer(RolloutId id, ApprovalAnswer answer) {
    var token = rehearsal.rollout(id).approval().orElseThrow().taskToken();
    rehearsal
        .stage()
        .sfn()
        .sendTaskSuccess(request -> request.taskToken(token).output(Contracts.write(answer)));
  }
}
