package ai.myrecruiter.picasso.cli.rollout;

import static ai.myrecruiter.picasso.cli.Records.at;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.Backend;
import ai.myrecruiter.picasso.cli.CommandRun;
import ai.myrecruiter.picasso.cli.Handlers;
import ai.myrecruiter.picasso.cli.Records;
import ai.myrecruiter.picasso.cli.TestShell;
import ai.myrecruiter.picasso.tasks.rollout.RequestApproval;
import ai.myrecruiter.picasso.tasks.rollout.VerifyApproval;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.judge.Tally;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.Run;
import ai.myrecruiter.picasso.workflows.rollout.Step;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** A question asked and weighed by the product's own handlers, answered by the command. */
final class ApproveTest {
  private final Backend backend = Backend.start();

  @AfterEach
  void close() {
    backend.close();
  }

  private void asked() throws InterruptedException {
    backend
        .function("request-approval", Handlers.of(new RequestApproval(backend.ports())))
        .function("verify-approval", Handlers.of(new VerifyApproval(backend.ports())))
        .machine("picasso-staging-rollout", Machines.asking());
    backend.held(backend.having(Records.looked(new Tally(900, 1), new Tally(100, 0))));
    var run =
        new Run(
            Environment.STAGING,
            Records.ID,
            "picasso-staging-chat",
            "live",
            4,
            Optional.of(new VersionNumber(3)));
    var input = Contracts.write(new Turn(run, new NextStep(Step.APPROVE, 1, 0, 600, "why")));
    backend
        .sfn()
        .startExecution(start ->
            start
                .stateMachineArn(Backend.arn("picasso-staging-rollout"))
                .name(Records.ID.value())
                .input(input));
    while (rollout().approval().isEmpty()) {
      Thread.sleep(20);
    }
  }

  private Rollout rollout() {
    return backend.rollouts().read(Environment.STAGING, Records.ID).orElseThrow();
  }

  private DescribeExecutionResponse execution() throws InterruptedException {
    for (var i = 0; i < 100; i++) {
      var found = backend.sfn().describeExecution(d -> d.executionArn(rollout().executionArn()));
      if (found.status() != ExecutionStatus.RUNNING) {
        return found;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("the execution still runs");
  }

  private static CommandRun approve(String... more) {
    var arguments = new String[3 + more.length];
    arguments[0] = "rollout";
    arguments[1] = "approve";
    arguments[2] = Records.ID.value();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return CommandRun.of(new TestShell(), arguments);
  }

  @Test
  void approvesTheStageAndThePlanThatItShows() throws InterruptedException {
    asked();

    var run = approve("--by", "noah", "--reason", "looks fine");

    assertThat(run.err())
        .contains("Approving stage half of rollout " + Records.ID)
        .contains("version 3")
        .contains("digest " + Records.PLAN.digest())
        .endsWith("Approved.\n");
    assertThat(run.exit()).isZero();
    assertThat(execution().output()).contains("\"step\":\"shift\"");
    assertThat(rollout().timeline().entries().getLast().sentence())
        .contains("noah approved half: looks fine");
  }

  @Test
  void rejectsByTheSameCommand() throws InterruptedException {
    asked();

    var run = approve("--by", "noah", "--reject", "-o", "json");

    assertThat(run.exit()).isZero();
    assertThat(run.json().path("id").asText()).isEqualTo(Records.ID.value());
    assertThat(run.err()).contains("Rejecting stage half").endsWith("Rejected.\n");
    assertThat(execution().output()).contains("\"step\":\"reject\"");
  }

  @Test
  void doesNotSendAnApprovalByTheStarter() throws InterruptedException {
    asked();

    var run = approve("--by", "mia");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err())
        .contains("was not sent")
        .contains("$.by = mia: must be another person than the one who started the rollout");
    assertThat(rollout().approval()).isPresent();
  }

  @Test
  void doesNotAnswerForAnotherStageThanTheOneThatWasMeant() throws InterruptedException {
    asked();

    var run = approve("--by", "noah", "--stage", "first");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("$.stage = first: must be the stage that waits (half)");
    assertThat(rollout().approval()).isPresent();
  }

  @Test
  void saysThatItIsTooLateWhenTheQuestionHasExpired() {
    backend.having(Records.awaiting("token", at(3625)));

    var run = approve("--by", "noah");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("must be before 2026-11-02T09:00:25Z");
  }

  @Test
  void saysThatItIsTooLateWhenTheTokenIsNoLongerOpen() throws InterruptedException {
    asked();
    backend.sfn().stopExecution(stop -> stop.executionArn(rollout().executionArn()));

    var run = approve("--by", "noah");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err())
        .contains("Too late: the question about half is no longer open")
        .contains("picasso rollout status " + Records.ID);
  }

  @Test
  void refusesWhatAsksNothing() {
    backend.having(Records.rolledBack());

    var run = approve("--by", "noah");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err())
        .contains("asks nothing: it is rolled back, decided by judge")
        .contains("picasso rollout status");
  }

  @Test
  void anAnswerThatDidNotCountIsARefusal() throws InterruptedException {
    asked();
    backend.function(
        "verify-approval",
        input -> {
          var turn = Contracts.tree(input);
          backend.change(r -> r.noted("An answer did not count: too loud", Instant.now()));
          return Contracts.write(
              java.util.Map.of("run", turn.path("run"), "next", turn.path("next")));
        });

    var run = approve("--by", "noah");

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("The answer did not count").contains("The rollout asks again");
  }

  @Test
  void refusesAnUnknownRolloutAndANamelessPerson() {
    var unknown = approve("--by", "noah");
    var nameless = approve("--by", " ");

    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("is not known in staging");
    assertThat(nameless.exit()).isEqualTo(2);
    assertThat(nameless.err()).contains("--by = nothing");
  }
}
