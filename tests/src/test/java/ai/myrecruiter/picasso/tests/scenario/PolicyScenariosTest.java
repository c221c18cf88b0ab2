package ai.myrecruiter.picasso.tests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.deployment.ChangeAnswer;
import ai.myrecruiter.picasso.workflows.deployment.ChangeApproval;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import ai.myrecruiter.picasso.workflows.environment.Approvals;
import ai.myrecruiter.picasso.workflows.environment.EnvironmentPolicy;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.ApprovalAnswer;
import ai.myrecruiter.picasso.workflows.rollout.PendingApproval;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** What an environment's document demands, on the deployed machines. */
final class PolicyScenariosTest {
  private static final AliasWeights OLD = AliasWeights.all(new VersionNumber(1));
  private static final List<String> DEMANDING =
      List.of(
          "acquire-lease",
          "run-preflight",
          "inspect-stack",
          "review-change-set",
          "request-change-approval");
  @AutoClose private final Rehearsal rehearsal = new Rehearsal(31);

  private void demand(@Nullable String account, @Nullable String region, Approvals approval) {
    var policy =
        new EnvironmentPolicy(
            Environment.STAGING,
            Optional.ofNullable(account),
            Optional.ofNullable(region),
            approval);
    var functions = rehearsal.stage().functions();
    for (var task : DEMANDING) {
      var settings = functions.settings("picasso-staging-" + task);
      assertThat(settings.environment()).as(task).containsKey("PICASSO_POLICY");
      var variables = new HashMap<>(settings.environment());
      variables.put("PICASSO_POLICY", Contracts.write(policy));
      functions.updateSettings(settings.withEnvironment(variables));
    }
  }

  private static Approvals nothing() {
    return new Approvals(false, false, false);
  }

  @Test
  void aRolloutInAnotherAccountOrRegionIsRefusedBeforeAnythingChanges() {
    demand("444455556666", "eu-west-1", nothing());
    rehearsal.traffic(2);
    rehearsal.upload("two");
    var id = rehearsal.start(Rehearsal.QUICK_PLAN);
    assertThat(rehearsal.runToEnd(id).status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(rehearsal.rollout(id).status()).isEqualTo(RolloutStatus.REFUSED);
    assertThat(rehearsal.rollout(id).outcome().orElseThrow().sentence())
        .contains("must be the account of staging, which its document names (444455556666)")
        .contains("must be the region of staging, which its document names (eu-west-1)");
    assertThat(rehearsal.alias().weights()).isEqualTo(OLD);
  }

  @Test
  void theRightAccountAndRegionAreNoObstacle() {
    demand("000000000000", "us-east-1", nothing());
    rehearsal.traffic(2);
    rehearsal.upload("two");
    var id = rehearsal.start(Rehearsal.QUICK_PLAN);
    assertThat(rehearsal.runToEnd(id).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void aChangeOfAStackInAnotherAccountIsRefusedBeforeAChangeSetIsMade() {
    var change = NewTemplate.same().withCode("two").uploaded(rehearsal, "two");
    demand("444455556666", null, nothing());
    var id = rehearsal.deploy(Rehearsal.QUICK_PLAN, change);
    assertThat(rehearsal.runToEnd(id).status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(rehearsal.rollout(id).status()).isEqualTo(RolloutStatus.REFUSED);
    assertThat(
            rehearsal
                .stage()
                .cloudFormation()
                .listChangeSets(it -> it.stackName(NewTemplate.STACK))
                .summaries())
        .isEmpty();
  }

  private PendingApproval question(RolloutId id) {
    var asked =
        rehearsal.runUntil(
            () -> rehearsal.find(id).filter(it -> it.approval().isPresent()).isPresent());
    assertThat(asked).isTrue();
    return rehearsal.rollout(id).approval().orElseThrow();
  }

  private void answer(PendingApproval question, String by) {
    var answer =
        new ApprovalAnswer(true, by, question.stage(), question.planDigest(), Optional.empty());
    rehearsal
        .stage()
        .sfn()
        .sendTaskSuccess(it -> it.taskToken(question.taskToken()).output(Contracts.write(answer)));
  }

  @Test
  void everyStageWaitsForAnotherPersonWhateverThePlanSays() {
    demand(null, null, new Approvals(false, true, true));
    rehearsal.traffic(2);
    rehearsal.upload("two");
    var id = rehearsal.start(Rehearsal.QUICK_PLAN);

    var first = question(id);
    assertThat(rehearsal.alias().weights()).isEqualTo(OLD);
    assertThat(first.otherThanStarter()).isTrue();
    answer(first, "alice");
    rehearsal.runUntil(() ->
        rehearsal
            .rollout(id)
            .approval()
            .filter(it -> !it.taskToken().equals(first.taskToken()))
            .isPresent());
    assertThat(rehearsal.alias().weights()).as("the starter may not consent").isEqualTo(OLD);
    answer(question(id), "bob");

    assertThat(rehearsal.runToEnd(id).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(rehearsal.rollout(id).status()).isEqualTo(RolloutStatus.COMPLETED);
  }

  @Test
  void silenceIsNoConsentWhateverThePlanSays() {
    demand(null, null, new Approvals(false, true, false));
    rehearsal.upload("two");
    var plan =
        Rehearsal.QUICK_PLAN.replace(
            "onInconclusive: pass}\nbake",
            "onInconclusive: pass, approval: {expiresAfter: 60s, default: approve}}\nbake");
    assertThat(plan).isNotEqualTo(Rehearsal.QUICK_PLAN);
    var id = rehearsal.start(plan);
    assertThat(rehearsal.runToEnd(id).status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(rehearsal.alias().weights()).isEqualTo(OLD);
  }

  @Test
  void aChangeWithoutRiskWaitsForConsentWhereTheDocumentSaysSo() {
    var change = NewTemplate.same().withCode("two").uploaded(rehearsal, "two");
    demand(null, null, new Approvals(true, false, true));
    rehearsal.traffic(2);
    var id = rehearsal.deploy(Rehearsal.QUICK_PLAN, change);
    rehearsal.runUntil(() -> rehearsal.deployment(id).flatMap(Deployment::approval).isPresent());
    ChangeApproval asked = rehearsal.deployment(id).flatMap(Deployment::approval).orElseThrow();
    assertThat(asked.otherThanStarter()).isTrue();
    var answer = new ChangeAnswer(true, "bob", asked.changeSetDigest(), Optional.of("read it"));
    rehearsal
        .stage()
        .sfn()
        .sendTaskSuccess(it -> it.taskToken(asked.taskToken()).output(Contracts.write(answer)));
    assertThat(rehearsal.runToEnd(id).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(rehearsal.deployment(id).orElseThrow().status())
        .isEqualTo(DeploymentStatus.COMPLETED);
  }
}
