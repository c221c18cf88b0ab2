package ai.myrecruiter.picasso.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New code of the payload, which goes out by a rollout. */
final class PayloadChangeTest {
  private static final String STACK = "picasso-staging-payload";
  private static final String PLAN =
      """
      name: quick
      stages:
        - {name: half, weight: 50, duration: 60s, look: 30s, onInconclusive: pass}
      bake: {holdback: 50, duration: 60s, look: 30s, onInconclusive: pass}
      alarms: [cross-tenant-attempts, chat-errors]
      """;

  @TempDir Path folder;
  private final StagedCommands staged = StagedCommands.deployed(Environment.STAGING);

  @BeforeEach
  void look() throws IOException {
    Files.writeString(folder.resolve("plan.yaml"), PLAN);
    staged.withKeyRings().lookedForDrift();
    staged.traffic(3);
  }

  @AfterEach
  void close() {
    staged.close();
  }

  private EditedAssembly two() {
    return EditedAssembly.in(folder.resolve("two")).withCode(STACK, "two");
  }

  private String live(String function) {
    return staged
        .stage()
        .lambda()
        .getAlias(it -> it.functionName("picasso-staging-" + function).name("live"))
        .functionVersion();
  }

  @Test
  void rollsNewCodeOfBothFunctionsOutAndThenDeploysTheRest() {
    var assembly =
        two()
            .with(
                "picasso-staging-observability",
                "AWS::CloudWatch::Alarm",
                "ChatErrors",
                "AlarmDescription",
                "two");
    var run =
        staged.run("deploy", "--assembly", assembly.path(), "--plan", plan(), "--wait", "--yes");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains(STACK + ": rollout");
    assertThat(run.err())
        .contains(
            "changes "
                + STACK
                + ", then releases picasso-staging-chat:live and picasso-staging-streaming:live")
        .contains("UPDATE_COMPLETE              " + STACK);
    assertThat(live("chat")).isEqualTo("2");
    assertThat(live("streaming")).isEqualTo("2");
    assertThat(staged.status("observability")).contains("UPDATE_COMPLETE");
    assertThat(staged.records())
        .hasSize(2)
        .allMatch(it -> it.status() == DeploymentStatus.COMPLETED);
    var again = staged.run("deploy", "--assembly", assembly.path(), "--plan", plan());
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(again.out()).contains(STACK + ": nothing to change");
  }

  private String plan() {
    return folder.resolve("plan.yaml").toString();
  }

  @Test
  void returnsWhenTheReleaseHasBegunAndSaysWhatIsLeft() {
    var assembly =
        two()
            .with(
                "picasso-staging-observability",
                "AWS::CloudWatch::Alarm",
                "ChatErrors",
                "AlarmDescription",
                "two");
    var run = staged.run("deploy", "--assembly", assembly.path(), "--plan", plan());
    assertThat(run.exit()).as(run.err()).isEqualTo(4);
    assertThat(run.err()).contains("Still to be deployed: picasso-staging-observability");
    assertThat(live("chat")).as("CloudFormation moved nothing").isEqualTo("1");
    var busy = staged.run("deploy", "--assembly", assembly.path(), "--plan", plan());
    assertThat(busy.exit()).isEqualTo(3);
    assertThat(busy.err()).contains("lease = ");
  }

  @Test
  void changesWhatNeedsNoReleaseItself() {
    var assembly =
        EditedAssembly.in(folder.resolve("logs"))
            .edit(
                STACK,
                resources -> {
                  var id = EditedAssembly.logicalId(resources, "AWS::Logs::LogGroup", "ChatLogs");
                  resources.withObject("/" + id + "/Properties").put("RetentionInDays", 60);
                });
    var run = staged.run("deploy", "--assembly", assembly.path(), "--yes");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.out()).contains(STACK + ": update");
    assertThat(live("chat")).isEqualTo("1");
  }

  @Test
  void asksAboutARiskOfTheReleaseByTheRolloutItself() {
    var assembly =
        two()
            .edit(
                STACK,
                resources -> {
                  var id = EditedAssembly.logicalId(resources, "AWS::Logs::LogGroup", "ChatLogs");
                  resources.withObject("/" + id + "/Properties").put("RetentionInDays", 1);
                });
    staged.eachPause(() ->
        staged.records().stream()
            .filter(it -> it.approval().isPresent())
            .findFirst()
            .ifPresent(it ->
                assertThat(
                        staged
                            .as("noah", "deploy", "approve", it.id().toString(), "--reject")
                            .exit())
                    .isZero()));
    var run = staged.run("deploy", "--assembly", assembly.path(), "--plan", plan());
    assertThat(run.exit()).as(run.err()).isEqualTo(3);
    assertThat(run.err()).contains("noah rejected the change set");
    assertThat(staged.status("payload")).contains("CREATE_COMPLETE");
    staged.eachPause(() -> {});
    var agreed =
        staged.run("deploy", "--assembly", assembly.path(), "--plan", plan(), "--yes", "--wait");
    assertThat(agreed.exit()).as(agreed.err()).isZero();
    assertThat(live("chat")).isEqualTo("2");
  }

  @Test
  void refusesATemplateThatWouldMoveTheAlias() {
    var assembly =
        two()
            .edit(
                STACK,
                resources -> resources.withObject("/Live/Properties").put("FunctionVersion", "2"));
    var run =
        staged.run("deploy", "--assembly", assembly.path(), "--plan", plan(), "--wait", "--yes");
    assertThat(run.exit()).as(run.err()).isEqualTo(3);
    assertThat(run.err()).contains("Nobody can agree to this").contains("[alias-moved]");
    assertThat(live("chat")).isEqualTo("1");
    assertThat(staged.status("payload")).contains("CREATE_COMPLETE");
  }

  @Test
  void leavesADeploymentThatWaitsForConsentToItsOwnCommand() {
    var observability = "picasso-staging-observability";
    var assembly =
        two()
            .edit(
                observability,
                resources -> {
                  var id =
                      EditedAssembly.logicalId(resources, "AWS::CloudWatch::Alarm", "ChatErrors");
                  resources.withObject("/" + id + "/Properties").put("Threshold", 77);
                })
            .path();
    var waiting =
        staged.run("deploy", "--assembly", assembly, "--stack", "observability", "--timeout", "9s");
    assertThat(waiting.exit()).isEqualTo(4);
    var released =
        staged.run(
            "deploy", "--assembly", assembly, "--stack", "payload", "--plan", plan(), "--wait");
    assertThat(released.exit()).as(released.err()).isZero();
    assertThat(staged.records())
        .filteredOn(it -> it.change().stack().equals(observability))
        .extracting(it -> it.status())
        .containsExactly(DeploymentStatus.AWAITING_APPROVAL);
    var agreed = staged.run("deploy", "--assembly", assembly, "--yes");
    assertThat(agreed.exit()).as(agreed.err()).isZero();
    assertThat(staged.status("observability")).contains("UPDATE_COMPLETE");
  }
}
