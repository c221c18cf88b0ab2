package ai.myrecruiter.picasso.tests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.tests.scenario.NewTemplate;
import ai.myrecruiter.picasso.tests.scenario.Rehearsal;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.deployment.ChangeAnswer;
import ai.myrecruiter.picasso.workflows.deployment.ChangeApproval;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.util.HashSet;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/** A deployment that needs consent, so that every task has its part in it, and whoever gives it. */
final class Consenting {
  private Consenting() {}

  /** Begins a change of the stack that somebody has to agree to. */
  static RolloutId begin(Rehearsal rehearsal) {
    rehearsal.traffic(2);
    var template = NewTemplate.same().withCode("two").withShorterLogs();
    return rehearsal.deploy(Rehearsal.QUICK_PLAN, template.uploaded(rehearsal, "two"));
  }

  /** Lets time pass until the execution has ended; says yes to each question, once. */
  static void runToEnd(Rehearsal rehearsal, RolloutId id) {
    var answered = new HashSet<String>();
    rehearsal.runUntil(() -> {
      rehearsal
          .deployment(id)
          .flatMap(Deployment::approval)
          .filter(it -> answered.add(it.taskToken().orElseThrow()))
          .ifPresent(it -> agree(rehearsal, it));
      return rehearsal.execution(id).status() != ExecutionStatus.RUNNING;
    });
  }

  private static void agree(Rehearsal rehearsal, ChangeApproval question) {
    var token = question.taskToken().orElseThrow();
    var yes = new ChangeAnswer(true, "bob", question.changeSetDigest(), Optional.empty());
    try {
      rehearsal
          .stage()
          .sfn()
          .sendTaskSuccess(send -> send.taskToken(token).output(Contracts.write(yes)));
    } catch (TaskTimedOutException late) {
      assertThat(late).hasMessageContaining("imed");
    }
  }
}
