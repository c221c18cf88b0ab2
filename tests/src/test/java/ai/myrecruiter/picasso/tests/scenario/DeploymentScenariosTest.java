package ai.myrecruiter.picasso.tests.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.cloudformation.ResourceOperation;
import ai.myrecruiter.picasso.local.lambda.TaskFault;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.deployment.ChangeAnswer;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import ai.myrecruiter.picasso.workflows.stack.StackChange;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.Parameter;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Changes of the payload's stack on the stage, from the template to the promoted version. */
final class DeploymentScenariosTest {
  private static final AliasWeights ONE = AliasWeights.all(new VersionNumber(1));
  private static final AliasWeights TWO = AliasWeights.all(new VersionNumber(2));
  private static final String FUNCTION = "AWS::Lambda::Function";
  private final Rehearsal rehearsal = new Rehearsal(11);

  @AfterEach
  void close() {
    assertThat(rehearsal.lease().map(Lease::held).orElse(false)).isFalse();
    rehearsal.close();
  }

  private RolloutId deploy(NewTemplate template, String label) {
    return rehearsal.deploy(Rehearsal.QUICK_PLAN, template.uploaded(rehearsal, label));
  }

  private Deployment deployment(RolloutId id) {
    return rehearsal.deployment(id).orElseThrow();
  }

  private String stackStatus() {
    return rehearsal
        .stage()
        .cloudFormation()
        .describeStacks(it -> it.stackName(NewTemplate.STACK))
        .stacks()
        .getFirst()
        .stackStatusAsString();
  }

  private Map<String, String> parameters() {
    return rehearsal
        .stage()
        .cloudFormation()
        .describeStacks(it -> it.stackName(NewTemplate.STACK))
        .stacks()
        .getFirst()
        .parameters()
        .stream()
        .collect(Collectors.toMap(Parameter::parameterKey, Parameter::parameterValue));
  }

  @Test
  void deploysCodeWhileTheAliasStaysThenRollsItOut() {
    rehearsal.traffic(2);
    var id = deploy(NewTemplate.same().withCode("two"), "two");
    assertThat(rehearsal.runUntil(() -> stackStatus().equals("UPDATE_COMPLETE"))).isTrue();
    assertThat(rehearsal.alias().weights()).as("CloudFormation moved nothing").isEqualTo(ONE);
    assertThat(rehearsal.runToEnd(id).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(deployment(id).status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(rehearsal.alias().weights()).isEqualTo(TWO);
    assertThat(rehearsal.rollout(id).candidate()).contains(new VersionNumber(2));
  }

  @Test
  void passesThePromotedVersionToTheNextChangeSet() {
    rehearsal.traffic(2);
    rehearsal.runToEnd(deploy(NewTemplate.same().withCode("two"), "two"));
    assertThat(parameters()).containsEntry("StableVersion", "1");
    var next = deploy(NewTemplate.same().withCode("three"), "three");
    assertThat(rehearsal.runUntil(() -> "2".equals(parameters().get("StableVersion")))).isTrue();
    assertThat(rehearsal.alias().weights()).isEqualTo(TWO);
    assertThat(rehearsal.runToEnd(next).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(rehearsal.alias().weights()).isEqualTo(AliasWeights.all(new VersionNumber(3)));
  }

  @Test
  void refusesATemplateThatDropsWhatHoldsData() {
    var template = NewTemplate.same().withCode("two");
    var logs = template.logicalId("AWS::Logs::LogGroup", "ChatLogs");
    template.without(logs);
    var change = dropping(template, logs);
    var id = rehearsal.deploy(Rehearsal.QUICK_PLAN, change.uploaded(rehearsal, "two"));
    var execution = rehearsal.runToEnd(id);
    assertThat(execution.error()).endsWith("ChangeRefused");
    assertThat(execution.cause()).contains("stateful-removed").contains(logs);
    assertRefusedAndUntouched(id);
  }

  /** Everything that referred to the log group refers to another, as a real change would. */
  private static NewTemplate dropping(NewTemplate template, String logs) {
    return template.replacing(logs, template.logicalId("AWS::Logs::LogGroup", "StreamingLogs"));
  }

  private void assertRefusedAndUntouched(RolloutId id) {
    assertThat(deployment(id).status()).isEqualTo(DeploymentStatus.REFUSED);
    assertThat(deployment(id).entries().getLast().sentence()).isNotBlank();
    assertThat(rehearsal.rollout(id).status()).isEqualTo(RolloutStatus.REFUSED);
    assertThat(rehearsal.alias().weights()).isEqualTo(ONE);
    assertThat(stackStatus()).isEqualTo("CREATE_COMPLETE");
    var sets =
        rehearsal.stage().cloudFormation().listChangeSets(it -> it.stackName(NewTemplate.STACK));
    assertThat(sets.summaries()).isEmpty();
  }

  private RolloutId risky() {
    var template = NewTemplate.same().withCode("two").withShorterLogs();
    var id = deploy(template, "two");
    rehearsal.runUntil(() -> rehearsal.deployment(id).flatMap(Deployment::approval).isPresent());
    return id;
  }

  private void answer(RolloutId id, boolean yes, String digest) {
    var question = deployment(id).approval().orElseThrow();
    var answer = new ChangeAnswer(yes, "bob", digest, Optional.of("read it"));
    rehearsal
        .stage()
        .sfn()
        .sendTaskSuccess(
            it -> it.taskToken(question.taskToken().orElseThrow()).output(Contracts.write(answer)));
  }

  @Test
  void asksAPersonWhoseAnswerIsBoundToTheChangeSet() {
    rehearsal.traffic(2);
    var id = risky();
    var first = deployment(id).approval().orElseThrow();
    assertThat(stackStatus()).isEqualTo("CREATE_COMPLETE");
    answer(id, true, "0".repeat(64));
    rehearsal.runUntil(() ->
        deployment(id)
            .approval()
            .filter(it -> !it.taskToken().equals(first.taskToken()))
            .isPresent());
    answer(id, true, first.changeSetDigest());
    assertThat(rehearsal.runToEnd(id).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(deployment(id).answer().map(ChangeAnswer::by)).contains("bob");
    assertThat(deployment(id).entries().toString()).contains("An answer did not count");
  }

  @Test
  void leavesTheStackWhenAPersonSaysNo() {
    var id = risky();
    answer(id, false, deployment(id).approval().orElseThrow().changeSetDigest());
    assertThat(rehearsal.runToEnd(id).cause()).contains("bob rejected the change set: read it");
    assertRefusedAndUntouched(id);
  }

  @Test
  void takesSilenceForANo() {
    var id = risky();
    rehearsal.runFor(Duration.ofHours(25));
    assertThat(rehearsal.runToEnd(id).cause()).contains("Nobody agreed to the change set in time");
    assertRefusedAndUntouched(id);
  }

  @Test
  void goesOnWhenThereIsNothingToChange() {
    var execution = rehearsal.runToEnd(deploy(NewTemplate.same(), "same"));
    assertThat(execution.cause()).contains("must have code that is not live already");
    assertThat(deployment(new RolloutId("rollout-1")).status())
        .isEqualTo(DeploymentStatus.UNCHANGED);
  }

  @Test
  void refusesAnotherTemplateThanTheOneThatWasDigested() {
    var asked = NewTemplate.same().withCode("two").uploaded(rehearsal, "two");
    var change =
        new StackChange(
            asked.account(),
            asked.region(),
            asked.stack(),
            asked.templateUrl(),
            "0".repeat(64),
            asked.stable(),
            asked.parameters());
    var id = rehearsal.deploy(Rehearsal.QUICK_PLAN, change);
    assertThat(rehearsal.runToEnd(id).cause()).contains("$.change.templateDigest");
    assertRefusedAndUntouched(id);
  }

  @Test
  void refusesAnotherAccountAndADriftedStackAtOnce() {
    rehearsal.stage().stacksService().drift(NewTemplate.STACK, NewTemplate.same().chat());
    var asked = NewTemplate.same().withCode("two").uploaded(rehearsal, "two");
    var change =
        new StackChange(
            "111111111111",
            "eu-west-1",
            asked.stack(),
            asked.templateUrl(),
            asked.templateDigest(),
            asked.stable(),
            asked.parameters());
    var id = rehearsal.deploy(Rehearsal.QUICK_PLAN, change);
    assertThat(rehearsal.runToEnd(id).cause())
        .contains("$.change.account = 111111111111")
        .contains("$.change.region = eu-west-1")
        .contains("must be as its template says");
    assertRefusedAndUntouched(id);
  }

  @Test
  void reportsWhatFailedWhenCloudFormationWentBack() {
    rehearsal
        .stage()
        .stacksService()
        .faults()
        .atCall(FUNCTION, ResourceOperation.UPDATE, 1, "throttled");
    var id = deploy(NewTemplate.same().withCode("two"), "two");
    var execution = rehearsal.runToEnd(id);
    assertThat(execution.error()).endsWith("StackWentBack");
    assertThat(execution.cause()).contains("(AWS::Lambda::Function) is UPDATE_FAILED: throttled");
    assertThat(deployment(id).status()).isEqualTo(DeploymentStatus.ROLLED_BACK);
    assertThat(stackStatus()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    assertThat(rehearsal.alias().weights()).isEqualTo(ONE);
  }

  @Test
  void continuesARollbackOfCloudFormationThatFailedOnce() {
    var faults = rehearsal.stage().stacksService().faults();
    faults.atCall("AWS::Lambda::Version", ResourceOperation.CREATE, 1, "SnapStart failed");
    faults.atCall(FUNCTION, ResourceOperation.UPDATE, 2, "busy");
    var id = deploy(NewTemplate.same().withCode("two"), "two");
    assertThat(rehearsal.runToEnd(id).error()).endsWith("StackWentBack");
    assertThat(stackStatus()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    assertThat(deployment(id).status()).isEqualTo(DeploymentStatus.ROLLED_BACK);
    assertThat(rehearsal.alias().weights()).isEqualTo(ONE);
  }

  @Test
  void leavesAStuckStackToAPersonAndRefusesTheNextDeployment() {
    var faults = rehearsal.stage().stacksService().faults();
    faults.atCall("AWS::Lambda::Version", ResourceOperation.CREATE, 1, "SnapStart failed");
    faults.fromCall(FUNCTION, ResourceOperation.UPDATE, 2, "denied");
    var id = deploy(NewTemplate.same().withCode("two"), "two");
    var execution = rehearsal.runToEnd(id);
    assertThat(execution.error()).endsWith("StackStuck");
    assertThat(execution.cause())
        .contains("UPDATE_ROLLBACK_FAILED")
        .contains("continue-update-rollback");
    assertThat(deployment(id).status()).isEqualTo(DeploymentStatus.STUCK);
    assertThat(rehearsal.alias().weights()).isEqualTo(ONE);
    var next = deploy(NewTemplate.same().withCode("three"), "three");
    assertThat(rehearsal.runToEnd(next).cause()).contains("is UPDATE_ROLLBACK_FAILED");
  }

  @Test
  void keepsTheEnvironmentWhileCloudFormationWorksOnThoughNobodyFollows() {
    var id = deploy(NewTemplate.same().withCode("two"), "two");
    rehearsal.runUntil(() -> statusIs(id, DeploymentStatus.EXECUTING));
    rehearsal.stage().taskFaults().always("picasso-staging-follow-stack", TaskFault.ERROR);
    rehearsal.runUntil(() -> stackStatus().equals("UPDATE_COMPLETE"));
    assertThat(rehearsal.lease().map(Lease::held)).contains(true);
    assertThat(rehearsal.runToEnd(id).status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(deployment(id).status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(deployment(id).entries().getLast().sentence())
        .contains("UPDATE_COMPLETE")
        .contains("Nothing of it was released");
    assertThat(rehearsal.alias().weights()).isEqualTo(ONE);
  }

  @Test
  void settlesWhatATakenOverRolloutLeftOpenBeforeTheNextOne() {
    var id = deploy(NewTemplate.same().withCode("two"), "two");
    rehearsal.runUntil(() -> statusIs(id, DeploymentStatus.EXECUTING));
    rehearsal.abort(id);
    rehearsal.runUntil(() -> rehearsal.lease().map(Lease::held).orElse(false));
    rehearsal.runUntil(() -> !rehearsal.lease().map(Lease::held).orElse(false));
    rehearsal.runUntil(() -> stackStatus().equals("UPDATE_COMPLETE"));
    assertThat(rehearsal.alias().weights()).isEqualTo(ONE);
    rehearsal.runToEnd(deploy(NewTemplate.same().withCode("three"), "three"));
    assertThat(deployment(id).status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(rehearsal.alias().weights()).isNotEqualTo(TWO);
  }

  private boolean statusIs(RolloutId id, DeploymentStatus status) {
    return rehearsal.deployment(id).filter(it -> it.status() == status).isPresent();
  }
}
