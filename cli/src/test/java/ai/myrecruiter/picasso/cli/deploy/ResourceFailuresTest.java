package ai.myrecruiter.picasso.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.cloudformation.CloudAssembly;
import ai.myrecruiter.picasso.local.cloudformation.ResourceOperation;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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

  /**
   * Stack, type, the resource's beginning and what of it is changed: of each type that has updates.
   */
  static Stream<Arguments> updates() {
    return Stream.of(
        Arguments.of("observability", "AWS::CloudWatch::Alarm", "ChatErrors", "AlarmDescription"),
        Arguments.of("observability", "AWS::CloudWatch::Dashboard", "Dashboard", "DashboardBody"),
        Arguments.of("payload", "AWS::Logs::LogGroup", "ChatLogs", "RetentionInDays"),
        Arguments.of("payload", "AWS::Lambda::Function", "Chat", "Description"),
        Arguments.of("payload", "AWS::ApiGatewayV2::Stage", "LegacyStage", "Description"),
        Arguments.of("triggers", "AWS::Events::Rule", "", "Description"),
        Arguments.of("triggers", "AWS::Scheduler::Schedule", "WatchEveryMinute", "Description"),
        Arguments.of("workflows", "AWS::Lambda::Function", "AcquireLease", "Description"),
        Arguments.of("workflows", "AWS::IAM::Role", "", "Description"),
        Arguments.of("data", "AWS::SecretsManager::Secret", "SigningKeys", "Description"),
        Arguments.of("audit", "AWS::KMS::Key", "", "Description"),
        Arguments.of("payload", "AWS::ApiGatewayV2::Api", "", "Description"),
        Arguments.of("payload", "AWS::ApiGatewayV2::Integration", "", "Description"),
        Arguments.of("payload", "AWS::ApiGatewayV2::Route", "", "OperationName"),
        Arguments.of("observability", "AWS::CloudWatch::CompositeAlarm", "", "AlarmDescription"),
        Arguments.of("workflows", "AWS::StepFunctions::StateMachineAlias", "", "Description"),
        Arguments.of("workflows", "AWS::StepFunctions::StateMachine", "Rollback", "RoleArn"),
        Arguments.of("observability", "AWS::SNS::Topic", "", "KmsMasterKeyId"),
        Arguments.of("observability", "AWS::SNS::TopicPolicy", "", "PolicyDocument"),
        Arguments.of("data", "AWS::KMS::Alias", "", "TargetKeyId"),
        Arguments.of("data", "AWS::DynamoDB::Table", "Tokens", "BillingMode"),
        Arguments.of("audit", "AWS::S3::Bucket", "Evidence", "AccelerateConfiguration"),
        Arguments.of("audit", "AWS::S3::BucketPolicy", "", "PolicyDocument"),
        Arguments.of("workflows", "AWS::IAM::Policy", "", "PolicyDocument"),
        Arguments.of("payload", "AWS::Lambda::Url", "StreamingUrl", "InvokeMode"),
        Arguments.of("payload", "AWS::Lambda::Alias", "Live", "Description"));
  }

  @Test
  void everyTypeIsUpdatedButForThoseThatAreReplaced() {
    var replaced =
        Set.of(
            "AWS::Lambda::Permission",
            "AWS::Lambda::Version",
            "AWS::StepFunctions::StateMachineVersion");
    assertThat(updates().map(it -> (String) it.get()[1]).collect(Collectors.toSet()))
        .isEqualTo(types().filter(it -> !replaced.contains(it)).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("updates")
  void anUpdateThatFailsGoesBackAndLeavesTheStackAsItWas(
      String stack, String type, String begins, String property) {
    try (var staged = StagedCommands.deployed(Environment.STAGING)) {
      staged.withKeyRings().lookedForDrift();
      var value =
          switch (property) {
            case "RetentionInDays" -> "90";
            case "InvokeMode" -> "BUFFERED";
            default -> "another";
          };
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
