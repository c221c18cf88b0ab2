package ai.myrecruiter.picasso.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.CommandRun;
import ai.myrecruiter.picasso.cli.output.Terminal;
import ai.myrecruiter.picasso.local.cloudformation.ResourceOperation;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import ai.myrecruiter.picasso.workflows.lease.Holder;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes of stacks that the command itself carries out. */
final class StackChangesTest {
  private static final String STACK = "picasso-staging-observability";
  private static final String ALARM = "AWS::CloudWatch::Alarm";

  @TempDir Path folder;
  private final StagedCommands staged = StagedCommands.deployed(Environment.STAGING);

  @BeforeEach
  void look() {
    staged.withKeyRings().lookedForDrift();
  }

  @AfterEach
  void close() {
    staged.close();
  }

  private EditedAssembly described(String text) {
    return EditedAssembly.in(folder.resolve(text))
        .with(STACK, ALARM, "ChatErrors", "AlarmDescription", text);
  }

  private EditedAssembly risky() {
    return EditedAssembly.in(folder.resolve("risky"))
        .edit(
            STACK,
            resources -> {
              var id = EditedAssembly.logicalId(resources, ALARM, "ChatErrors");
              resources.withObject("/" + id + "/Properties").put("Threshold", 77);
            });
  }

  private CommandRun deploy(EditedAssembly assembly, String... more) {
    var all = new ArrayList<>(List.of("deploy", "--assembly", assembly.path()));
    all.addAll(List.of(more));
    return staged.run(all.toArray(new String[0]));
  }

  private Deployment only() {
    assertThat(staged.records()).hasSize(1);
    return staged.records().getFirst();
  }

  private boolean leaseIsFree() {
    return staged.lease().filter(it -> it.held()).isEmpty();
  }

  @Test
  void changesWhatChangedAndSaysThatTheRestDidNot() {
    var run = deploy(described("two"));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("picasso-staging-data: nothing to change")
        .containsPattern("modify +ChatErrors1691951F +AWS::CloudWatch::Alarm +no +AlarmDescription")
        .contains("No risk was found.")
        .contains("COMPLETED");
    assertThat(run.err()).contains("UPDATE_COMPLETE").contains("(AWS::CloudWatch::Alarm)");
    assertThat(only().status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(staged.status("observability")).contains("UPDATE_COMPLETE");
    assertThat(leaseIsFree()).isTrue();
    var again =
        deploy(
            EditedAssembly.in(folder.resolve("same"))
                .with(STACK, ALARM, "ChatErrors", "AlarmDescription", "two"),
            "--stack",
            "observability");
    assertThat(again.exit()).isZero();
    assertThat(staged.records()).hasSize(1);
  }

  @Test
  void showsAndLeavesNothingOnADryRun() {
    var run = deploy(risky(), "--dry-run", "-o", "json");
    assertThat(run.exit()).as(run.err()).isZero();
    var line =
        run.json().path("stacks").findParents("stack").stream()
            .filter(it -> it.path("stack").asText().equals(STACK))
            .findFirst()
            .orElseThrow();
    assertThat(line.path("action").asText()).isEqualTo("update");
    assertThat(line.path("risks").get(0).path("rule").asText()).isEqualTo("safety-net-weakened");
    assertThat(line.path("status").isMissingNode()).isTrue();
    assertThat(staged.records()).isEmpty();
    assertThat(staged.status("observability")).contains("CREATE_COMPLETE");
    assertThat(
            staged.stage().cloudFormation().listChangeSets(it -> it.stackName(STACK)).summaries())
        .isEmpty();
  }

  @Test
  void blocksWhatNobodyMayAgreeTo() {
    var assembly =
        EditedAssembly.in(folder.resolve("lost"))
            .edit(
                "picasso-staging-data",
                resources ->
                    resources.remove(
                        EditedAssembly.logicalId(resources, "AWS::DynamoDB::Table", "Tokens")));
    var run = deploy(assembly, "--yes");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("Nobody can agree to this").contains("stateful-removed");
    assertThat(run.out()).contains("blocked");
    assertThat(only().status()).isEqualTo(DeploymentStatus.REFUSED);
    assertThat(staged.status("data")).contains("CREATE_COMPLETE");
  }

  @Test
  void asksTheOneWhoDeploysAboutARiskOnTheTerminal() {
    var terminal = new Terminal(true, false, 100);
    var no =
        staged.run(
            staged.shell("mia").on(terminal).typing("n\n"), "deploy", "--assembly", risky().path());
    assertThat(no.exit()).isEqualTo(3);
    assertThat(no.err())
        .contains("Change 1 stacks of staging? [y/N]")
        .contains("Nothing was changed");
    assertThat(only().status()).isEqualTo(DeploymentStatus.REFUSED);
    var yes =
        staged.run(
            staged.shell("mia").on(terminal).typing("y\n"),
            "deploy",
            "--assembly",
            folder.resolve("risky").toString());
    assertThat(yes.exit()).as(yes.err()).isZero();
    assertThat(staged.records().getFirst().answer().orElseThrow().by()).isEqualTo("mia");
  }

  @Test
  void waitsForSomebodyWhereNobodyCanBeAsked() {
    staged.eachPause(() -> {
      staged.records().stream()
          .filter(it -> it.approval().isPresent())
          .findFirst()
          .ifPresent(it ->
              assertThat(
                      staged
                          .as("mia", "deploy", "approve", it.id().toString(), "--reason", "seen")
                          .exit())
                  .isZero());
    });
    var run = deploy(risky());
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains("Somebody has to agree: picasso deploy approve ");
    assertThat(only().entries().toString())
        .contains("mia approved the change set: seen (called by arn:");
  }

  @Test
  void endsWithFourWhenNobodyAgreesWithinTheTimeAndGoesOnWhenRunAgain() {
    var late = deploy(risky(), "--timeout", "60s");
    assertThat(late.exit()).isEqualTo(4);
    var id = only().id().toString();
    assertThat(only().status()).isEqualTo(DeploymentStatus.AWAITING_APPROVAL);
    assertThat(staged.as("noah", "deploy", "approve", id, "--digest", "0".repeat(64)).exit())
        .isEqualTo(3);
    assertThat(staged.as("noah", "deploy", "approve", id).exit()).isZero();
    assertThat(staged.as("noah", "deploy", "approve", id).exit()).isEqualTo(3);
    var on = staged.run("deploy", "--assembly", folder.resolve("risky").toString());
    assertThat(on.exit()).as(on.err()).isZero();
    assertThat(on.err()).contains("Going on with deployment " + id);
    assertThat(only().status()).isEqualTo(DeploymentStatus.COMPLETED);
  }

  @Test
  void refusesAnotherTemplateWhileOneWaitsUntilSomebodySaysNo() {
    deploy(risky(), "--timeout", "10s");
    var other = deploy(described("other"));
    assertThat(other.exit()).isEqualTo(3);
    assertThat(other.err()).contains("waits for stack " + STACK);
    assertThat(staged.run("deploy", "approve", only().id().toString(), "--reject").exit()).isZero();
    assertThat(staged.run("deploy", "--assembly", folder.resolve("other").toString()).exit())
        .isZero();
  }

  @Test
  void takesSilenceForANo() {
    var run = deploy(risky());
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("Nobody agreed to the change set in time");
    assertThat(only().status()).isEqualTo(DeploymentStatus.REFUSED);
  }

  @Test
  void saysWhatFailedWhenCloudFormationWentBack() {
    staged.faults().atCall(ALARM, ResourceOperation.UPDATE, 1, "throttled");
    var run = deploy(described("two"));
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("went back to what it was").contains("UPDATE_FAILED: throttled");
    assertThat(only().status()).isEqualTo(DeploymentStatus.ROLLED_BACK);
    assertThat(staged.status("observability")).contains("UPDATE_ROLLBACK_COMPLETE");
    assertThat(leaseIsFree()).isTrue();
  }

  private EditedAssembly twoAlarms() {
    return described("two").with(STACK, ALARM, "CrossTenant", "AlarmDescription", "two");
  }

  @Test
  void continuesARollbackThatFailedOnceAndLeavesOneThatFailedTwice() {
    staged.faults().atCall(ALARM, ResourceOperation.UPDATE, 2, "no");
    staged.faults().clear();
    staged.faults().fromCall(ALARM, ResourceOperation.UPDATE, 2, "denied");
    var stuck = deploy(twoAlarms());
    assertThat(stuck.exit()).isEqualTo(1);
    assertThat(stuck.err())
        .contains("The rollback failed; continuing it once")
        .contains("continue-update-rollback");
    assertThat(only().status()).isEqualTo(DeploymentStatus.STUCK);
    assertThat(leaseIsFree()).isTrue();
    var next = staged.run("deploy", "--assembly", folder.resolve("two").toString());
    assertThat(next.exit()).isEqualTo(3);
    assertThat(next.err()).contains(STACK + " is UPDATE_ROLLBACK_FAILED");
  }

  @Test
  void goesOnAfterItWasKilledWhereverItWas() {
    for (var at = 1; at <= 6; at++) {
      var assembly = described("kill-" + at);
      var pauses = new AtomicInteger(at);
      staged.eachPause(() -> {
        if (pauses.decrementAndGet() == 0) {
          throw new IllegalStateException("killed");
        }
      });
      deploy(assembly);
      staged.eachPause(() -> {});
      staged.lookedForDrift();
      var on = deployAgain(assembly);
      assertThat(on.exit()).as("killed at pause %d: %s", at, on.err()).isZero();
      assertThat(staged.records())
          .extracting(Deployment::status)
          .containsOnly(DeploymentStatus.COMPLETED);
      assertThat(leaseIsFree()).isTrue();
    }
  }

  private CommandRun deployAgain(EditedAssembly assembly) {
    return staged.run("deploy", "--assembly", assembly.path());
  }

  @Test
  void letsOneOfTwoAtOnceExecuteAndTheOtherFollowIt() {
    var assembly = described("two");
    var second = new ArrayList<CommandRun>();
    staged.eachPause(() -> {
      boolean works =
          staged.records().stream().anyMatch(it -> it.status() == DeploymentStatus.EXECUTING);
      if (works && second.isEmpty()) {
        second.add(new CommandRun(9, "", ""));
        second.set(0, staged.as("noah", "deploy", "--assembly", assembly.path()));
      }
    });
    var first = deploy(assembly);
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(second.getFirst().exit()).as(second.getFirst().err()).isZero();
    assertThat(second.getFirst().err()).contains("Going on with deployment");
    assertThat(only().status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(leaseIsFree()).isTrue();
  }

  @Test
  void refusesWhileARolloutOwnsTheEnvironment() {
    staged.leasedBy(new Holder(new RolloutId("running"), "arn:x", "noah", staged.now()));
    var run = deploy(described("two"));
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("lease = running of noah");
    assertThat(staged.run("teardown", "--confirm", "staging").exit()).isEqualTo(3);
  }

  @Test
  void endsWithFourWhenTheTimeIsOverAndFollowsItWhenRunAgain() {
    var late = deploy(described("two"), "--timeout", "5s");
    assertThat(late.exit()).isEqualTo(4);
    assertThat(late.err()).contains("CloudFormation goes on with " + STACK);
    assertThat(only().status()).isEqualTo(DeploymentStatus.EXECUTING);
    var on = staged.run("deploy", "--assembly", folder.resolve("two").toString());
    assertThat(on.exit()).as(on.err()).isZero();
    assertThat(on.err()).contains("which was left while CloudFormation worked");
    assertThat(only().status()).isEqualTo(DeploymentStatus.COMPLETED);
  }

  @Test
  void tellsHowItEndedThoughARollbackTookTheEnvironment() {
    var taker = new Holder(new RolloutId("taken"), "arn:rollback", "rollback", staged.now());
    staged.eachPause(() -> {
      if (staged.records().stream().anyMatch(it -> it.status() == DeploymentStatus.EXECUTING)) {
        staged.takenOverBy(taker);
      }
    });
    var run = deploy(described("two"));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(only().status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(staged.lease().orElseThrow().holder()).contains(taker);
    assertThat(staged.lease().orElseThrow().held()).isTrue();
  }

  @Test
  void saysThatAChangeSetHasNoChanges() {
    var assembly =
        EditedAssembly.in(folder.resolve("words")).saying(STACK, "The same, in other words");
    var run = deploy(assembly);
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains(STACK + ": nothing to change");
    assertThat(only().status()).isEqualTo(DeploymentStatus.UNCHANGED);
  }
}
