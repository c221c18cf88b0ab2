package ai.myrecruiter.picasso.tests.access;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.cloudformation.ResourceOperation;
import ai.myrecruiter.picasso.local.lambda.TaskFault;
import ai.myrecruiter.picasso.tests.scenario.NewTemplate;
import ai.myrecruiter.picasso.tests.scenario.Rehearsal;
import ai.myrecruiter.picasso.workflows.deployment.ChangeAnswer;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.time.Duration;
import java.util.Optional;

/** Changes of the stack in which every task of a deployment has its part. */
final class DeploymentRuns {
  private DeploymentRuns() {}

  private static RolloutId deploy(Rehearsal rehearsal, NewTemplate template, String label) {
    rehearsal.traffic(2);
    return rehearsal.deploy(Rehearsal.QUICK_PLAN, template.uploaded(rehearsal, label));
  }

  private static RolloutId askForConsent(Rehearsal rehearsal) {
    var template = NewTemplate.same().withCode("two").withShorterLogs();
    var id = deploy(rehearsal, template, "two");
    rehearsal.runUntil(() -> rehearsal.deployment(id).flatMap(Deployment::approval).isPresent());
    return id;
  }

  static void answer(Rehearsal rehearsal, RolloutId id, boolean yes) {
    var question = rehearsal.deployment(id).flatMap(Deployment::approval).orElseThrow();
    var answer = new ChangeAnswer(yes, "bob", question.changeSetDigest(), Optional.empty());
    RolloutRuns.send(rehearsal, question.taskToken().orElseThrow(), answer);
  }

  static void deployAfterConsent(Rehearsal rehearsal) {
    var id = askForConsent(rehearsal);
    answer(rehearsal, id, true);
    rehearsal.runToEnd(id);
    assertThat(rehearsal.deployment(id).orElseThrow().status())
        .isEqualTo(DeploymentStatus.COMPLETED);
  }

  static void refuseADeployment(Rehearsal rehearsal) {
    var id = askForConsent(rehearsal);
    answer(rehearsal, id, false);
    rehearsal.runToEnd(id);
    assertThat(rehearsal.deployment(id).orElseThrow().status()).isEqualTo(DeploymentStatus.REFUSED);
  }

  static void continueARollback(Rehearsal rehearsal) {
    var faults = rehearsal.stage().stacksService().faults();
    faults.atCall("AWS::Lambda::Version", ResourceOperation.CREATE, 1, "SnapStart failed");
    faults.atCall("AWS::Lambda::Function", ResourceOperation.UPDATE, 2, "busy");
    var id = deploy(rehearsal, NewTemplate.same().withCode("two"), "two");
    assertThat(rehearsal.runToEnd(id).error()).endsWith("StackWentBack");
  }

  /** A change that was proposed and left, which the next deployment finds and deletes. */
  static void settleWhatWasLeftOpen(Rehearsal rehearsal) {
    rehearsal.stage().taskFaults().always("picasso-staging-abandon-change", TaskFault.ERROR);
    var id = askForConsent(rehearsal);
    rehearsal.abort(id);
    rehearsal.runToEnd(id);
    rehearsal.runUntil(() -> !rehearsal.lease().map(Lease::held).orElse(false));
    rehearsal.runToEnd(deploy(rehearsal, NewTemplate.same().withCode("three"), "three"));
    assertThat(rehearsal.deployment(id).orElseThrow().status().terminal()).isTrue();
  }

  /** CloudFormation works on while nobody can follow it. */
  static void loseSight(Rehearsal rehearsal) {
    var id = executing(rehearsal);
    rehearsal.stage().taskFaults().always("picasso-staging-follow-stack", TaskFault.ERROR);
    rehearsal.runToEnd(id);
    assertThat(rehearsal.deployment(id).orElseThrow().status())
        .isEqualTo(DeploymentStatus.COMPLETED);
  }

  /** A change that is executing when its rollout is taken over. */
  static void settleWhatWasExecuting(Rehearsal rehearsal) {
    var id = executing(rehearsal);
    rehearsal.abort(id);
    rehearsal.runToEnd(id);
    rehearsal.runFor(Duration.ofMinutes(10));
    rehearsal.runToEnd(deploy(rehearsal, NewTemplate.same().withCode("three"), "three"));
    assertThat(rehearsal.deployment(id).orElseThrow().status())
        .isEqualTo(DeploymentStatus.COMPLETED);
  }

  private static RolloutId executing(Rehearsal rehearsal) {
    var id = deploy(rehearsal, NewTemplate.same().withCode("two"), "two");
    rehearsal.runUntil(() ->
        rehearsal
            .deployment(id)
            .filter(it -> it.status() == DeploymentStatus.EXECUTING)
            .isPresent());
    return id;
  }

  static void refuseADriftedStack(Rehearsal rehearsal) {
    rehearsal.stage().stacksService().drift(NewTemplate.STACK, NewTemplate.same().chat());
    var id = deploy(rehearsal, NewTemplate.same().withCode("two"), "two");
    assertThat(rehearsal.runToEnd(id).cause()).contains("must be as its template says");
  }
}
