package ai.myrecruiter.picasso.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.cloudformation.CloudAssembly;
import ai.myrecruiter.picasso.local.cloudformation.ResourceOperation;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each type of resource made to fail, as the command tells it. */
final class ResourceFailuresTest {
  @TempDir Path folder;

  /** Every type that a template of staging has. */
  static Stream<String> types() {
    var types = new TreeSet<String>();
    for (var stack : CloudAssembly.read(StagedCommands.ASSEMBLY).stacksOf("staging")) {
      stack
          .template()
          .path("Resources")
          .forEach(resource -> types.add(resource.path("Type").asText()));
    }
    assertThat(types).hasSizeGreaterThan(20);
    return types.stream();
  }

  @ParameterizedTest
  @MethodSource("types")
  void aCreationThatFailsIsRolledBackAndSaidToBe(String type) {
    try (var staged = StagedCommands.empty(Environment.STAGING)) {
      staged.faults().atCall(type, ResourceOperation.CREATE, 1, "not today");
      var run = staged.run("deploy", "--yes");
      assertThat(run.exit()).as(run.err()).isEqualTo(3);
      assertThat(run.err())
          .contains("(%s) is CREATE_FAILED: not today".formatted(type))
          .contains("give --delete-failed when you deploy again");
      var list = staged.run("deploy", "list", "-o", "json");
      assertThat(list.json())
          .filteredOn(it -> it.path("status").asText().equals("ROLLED_BACK"))
          .hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void aDeletionThatFailsEndsTheTeardownWhichGoesOnWhenRunAgain(String type) {
    try (var staged = StagedCommands.deployed(Environment.STAGING)) {
      staged.faults().atCall(type, ResourceOperation.DELETE, 1, "in use");
      var failed = staged.run("teardown", "--confirm", "staging");
      if (failed.exit() == 0) {
        // Every resource of the type is retained, so none is deleted.
        assertThat(failed.err()).doesNotContain("in use");
        assertThat(staged.retains(type)).isTrue();
        return;
      }
      assertThat(failed.exit()).as(failed.err()).isEqualTo(1);
      assertThat(failed.err()).contains("(%s) is DELETE_FAILED: in use".formatted(type));
      var on = staged.run("teardown", "--confirm", "staging");
      assertThat(on.exit()).as(on.err()).isZero();
      assertThat(staged.status("data")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "observability, AWS::CloudWatch::Alarm, ChatErrors, AlarmDescription",
    "observability, AWS::CloudWatch::Dashboard, Dashboard, DashboardBody",
    "payload, AWS::Logs::LogGroup, ChatLogs, RetentionInDays",
    "payload, AWS::Lambda::Function, Chat, Description",
    "payload, AWS::ApiGatewayV2::Stage, LegacyStage, Description",
    "triggers, AWS::Events::Rule, '', Description",
    "triggers, AWS::Scheduler::Schedule, WatchEveryMinute, Description",
    "workflows, AWS::Lambda::Function, AcquireLease, Description",
    "workflows, AWS::IAM::Role, '', Description",
    "data, AWS::SecretsManager::Secret, SigningKeys, Description",
    "audit, AWS::KMS::Key, '', Description",
  })
  void anUpdateThatFailsGoesBackAndLeavesTheStackAsItWas(
      String stack, String type, String begins, String property) {
    try (var staged = StagedCommands.deployed(Environment.STAGING)) {
      staged.withKeyRings().lookedForDrift();
      var value = property.equals("RetentionInDays") ? "90" : "another";
      var assembly =
          EditedAssembly.in(folder.resolve("edited"))
              .with("picasso-staging-" + stack, type, begins, property, value);
      staged.faults().atCall(type, ResourceOperation.UPDATE, 1, "not today");
      var run = staged.run("deploy", "--yes", "--assembly", assembly.path());
      assertThat(run.exit()).as(run.err()).isEqualTo(3);
      assertThat(run.err()).contains("(%s) is UPDATE_FAILED: not today".formatted(type));
      assertThat(staged.status(stack)).contains("UPDATE_ROLLBACK_COMPLETE");
      assertThat(staged.records().getFirst().status()).isEqualTo(DeploymentStatus.ROLLED_BACK);
      staged.lookedForDrift();
      var on = staged.run("deploy", "--yes", "--assembly", assembly.path());
      assertThat(on.exit()).as(on.err()).isZero();
      assertThat(staged.status(stack)).contains("UPDATE_COMPLETE");
    }
  }
}
