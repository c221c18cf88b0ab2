package ai.myrecruiter.picasso.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.cloudformation.ResourceOperation;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** An environment that is made on an empty account, and taken away again. */
final class FirstDeploymentTest {
  private final StagedCommands staged = StagedCommands.empty(Environment.STAGING);

  @AfterEach
  void close() {
    staged.close();
  }

  @Test
  void makesAllStacksInOrderAsksWhetherTheyAreWellAndTakesThemAway() throws IOException {
    var first = staged.run("deploy", "--yes", "-o", "json");
    assertThat(first.exit()).as(first.err()).isZero();
    var stacks = first.json().path("stacks");
    assertThat(stacks).hasSize(6).allMatch(it -> it.path("action").asText().equals("create"));
    assertThat(stacks.findValuesAsText("stack"))
        .containsSubsequence(
            "picasso-staging-data",
            "picasso-staging-payload",
            "picasso-staging-observability",
            "picasso-staging-workflows",
            "picasso-staging-triggers");
    assertThat(first.err())
        .contains("Records are in folder")
        .contains("Records moved from folder")
        .contains("PASS           infrastructure")
        .contains("CREATE_COMPLETE              Rollouts1951FC27 (AWS::DynamoDB::Table)");
    assertThat(staged.records())
        .hasSize(6)
        .extracting(Deployment::status)
        .containsOnly(DeploymentStatus.COMPLETED);

    var data = stacks.get(0).path("deployment").asText();
    var shown = staged.run("deploy", "show", data);
    assertThat(shown.out())
        .contains("asked for by mia: COMPLETED")
        .contains("Called by arn:aws:")
        .contains("CREATE_COMPLETE              picasso-staging-data");
    assertThat(staged.run("deploy", "list").out().lines()).hasSize(7);

    assertThat(staged.run("deploy").err()).contains("signing-key is empty: must have a value");
    var second = staged.withKeyRings().run("deploy");
    assertThat(second.exit()).as(second.err()).isZero();
    assertThat(second.out()).contains("picasso-staging-data: nothing to change");
    assertThat(staged.records()).hasSize(6);

    takesThemAway();
  }

  private void takesThemAway() throws IOException {
    var unsure = staged.run("teardown");
    var wrong = staged.run("teardown", "--confirm", "production");
    var gone = staged.run("teardown", "--confirm", "staging", "-o", "json");
    var again = staged.run("teardown", "--confirm", "staging");

    assertThat(unsure.exit()).isEqualTo(2);
    assertThat(unsure.out())
        .contains("myrecruiter-picasso-staging (AWS::S3::Bucket of picasso-staging-audit) stays")
        .doesNotContain("Version")
        .contains("is unusable at once and gone after 7 days");
    assertThat(wrong.exit()).isEqualTo(3);
    assertThat(gone.exit()).as(gone.err()).isZero();
    assertThat(gone.json().path("stacks").findValuesAsText("stack"))
        .containsSubsequence(
            "picasso-staging-triggers",
            "picasso-staging-workflows",
            "picasso-staging-observability",
            "picasso-staging-payload",
            "picasso-staging-data");
    assertThat(staged.status("data")).isEmpty();
    assertThat(again.exit()).isZero();
    assertThat(again.err()).contains("nothing to delete");
    try (var files = Files.list(staged.journal().resolve("deployments-staging"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.startsWith("teardown-"));
    }
  }

  @Test
  void leavesACreationThatFailedToBeDeletedFirst() {
    staged
        .faults()
        .atCall("AWS::Lambda::Function", ResourceOperation.CREATE, 1, "no such runtime here");
    var failed = staged.run("deploy", "--yes");
    assertThat(failed.exit()).isEqualTo(3);
    assertThat(failed.err()).contains("CREATE_FAILED: no such runtime here");
    assertThat(staged.status("payload")).contains("ROLLBACK_COMPLETE");
    assertThat(staged.records())
        .extracting(Deployment::status)
        .contains(DeploymentStatus.COMPLETED, DeploymentStatus.ROLLED_BACK);

    var refused = staged.run("deploy", "--yes");
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.err()).contains("picasso-staging-payload is ROLLBACK_COMPLETE");

    staged.lookedForDrift();
    var mended = staged.run("deploy", "--yes", "--delete-failed");
    assertThat(mended.exit()).as(mended.err()).isZero();
    assertThat(mended.err()).contains("Going on with deployment").contains("PASS           chat");
    assertThat(staged.status("audit")).contains("CREATE_COMPLETE");
  }

  @Test
  void goesOnAfterItWasKilledWhileTheTableWasMadeAndWhileAStackAfterItWas() {
    for (var stack : List.of("data", "workflows")) {
      staged.eachPause(() -> {
        if (staged.status(stack).equals(Optional.of("CREATE_IN_PROGRESS"))) {
          throw new IllegalStateException("killed");
        }
      });
      assertThat(staged.run("deploy", "--yes").exit()).isEqualTo(1);
      assertThat(staged.status(stack)).contains("CREATE_IN_PROGRESS");
    }
    staged.eachPause(() -> {});
    var on = staged.run("deploy", "--yes");
    assertThat(on.exit()).as(on.err()).isZero();
    assertThat(on.err()).contains("which was left while CloudFormation worked");
    assertThat(staged.records())
        .hasSize(6)
        .extracting(Deployment::status)
        .containsOnly(DeploymentStatus.COMPLETED);
  }

  @Test
  void waitsForTheAlarmThatRingsUntilTheWatchdogHasLooked() {
    assertThat(staged.run("deploy", "--yes").exit()).isZero();
    staged.withKeyRings().runFor(Duration.ofSeconds(61));
    assertThat(watchdogSilent()).isEqualTo(StateValue.ALARM);

    var looked = staged.run("deploy", "--dry-run");
    assertThat(looked.exit()).isEqualTo(3);
    assertThat(looked.err())
        .contains("alarm = picasso-staging-watchdog-silent is in ALARM")
        .contains("it is too young to say and will have settled by 2026-11-02T08:");

    var hurried = staged.run("deploy", "--timeout", "20s");
    assertThat(hurried.exit()).isEqualTo(4);
    assertThat(hurried.err()).contains("Alarms had not settled:\nalarm = picasso-staging-watchdog");

    var patient = staged.run("deploy");
    assertThat(patient.exit()).as(patient.err()).isZero();
    assertThat(patient.err()).containsOnlyOnce("Waiting for alarms to settle:");
    assertThat(patient.out()).contains("picasso-staging-data: nothing to change");
    assertThat(watchdogSilent()).isEqualTo(StateValue.OK);
  }

  @Test
  void refusesWhatStillRingsWhenItHasSettledOrWhenMoreIsWrong() {
    assertThat(staged.run("deploy", "--yes").exit()).isZero();
    staged
        .stage()
        .lambda()
        .putFunctionConcurrency(
            it -> it.functionName("picasso-staging-watch-aliases").reservedConcurrentExecutions(0));
    staged.runFor(Duration.ofSeconds(61));
    var more = staged.run("deploy");
    assertThat(more.exit()).isEqualTo(3);
    assertThat(more.err())
        .doesNotContain("Waiting for alarms")
        .contains("watchdog-silent is in ALARM")
        .contains("signing-key is empty: must have a value");

    var silent = staged.withKeyRings().run("deploy");
    assertThat(silent.exit()).isEqualTo(3);
    assertThat(silent.err())
        .contains("Waiting for alarms to settle:")
        .contains("must not ring before a deployment; mend what it reports: Threshold Crossed");
  }

  private StateValue watchdogSilent() {
    return staged
        .stage()
        .cloudWatch()
        .describeAlarms(it -> it.alarmNames("picasso-staging-watchdog-silent"))
        .metricAlarms()
        .getFirst()
        .stateValue();
  }
}
