package ai.myrecruiter.picasso.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.CommandRun;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Production, where another person than the starter agrees to every change. */
final class ProductionTest {
  private static final String STACK = "picasso-production-observability";

  @TempDir Path folder;
  private final StagedCommands staged = StagedCommands.deployed(Environment.PRODUCTION);

  @AfterEach
  void close() {
    staged.close();
  }

  private String assembly() {
    staged.lookedForDrift();
    return EditedAssembly.in(folder.resolve("two"))
        .with(STACK, "AWS::CloudWatch::Alarm", "ChatErrors", "AlarmDescription", "two")
        .path();
  }

  @Test
  void goesOnInTheStartersTerminalWhenAnotherPersonHasAgreed() {
    staged.withKeyRings();
    var answers = new ArrayList<CommandRun>();
    staged.eachPause(() ->
        staged.records().stream()
            .filter(it -> it.approval().isPresent())
            .findFirst()
            .ifPresent(it -> {
              answers.add(staged.as("mia", "deploy", "approve", it.id().toString()));
              answers.add(staged.as("noah", "deploy", "approve", it.id().toString()));
            }));
    var run = staged.run("deploy", "--assembly", assembly(), "--yes");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains("Another person than mia has to agree");
    assertThat(answers).extracting(CommandRun::exit).containsExactly(3, 0);
    assertThat(answers.getFirst().err())
        .contains("must be another person than the one who started the deployment");
    var record = staged.records().getFirst();
    assertThat(record.status()).isEqualTo(DeploymentStatus.COMPLETED);
    assertThat(record.answer().orElseThrow().by()).isEqualTo("noah");
  }

  @Test
  void changesNothingWhenAnotherPersonSaysNo() {
    staged.withKeyRings();
    staged.eachPause(() ->
        staged.records().stream()
            .filter(it -> it.approval().isPresent())
            .findFirst()
            .ifPresent(it ->
                staged.as(
                    "noah",
                    "deploy",
                    "approve",
                    it.id().toString(),
                    "--reject",
                    "--reason",
                    "not today")));
    var run = staged.run("deploy", "--assembly", assembly(), "--yes");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("noah rejected the change set: not today");
    assertThat(staged.status("observability")).contains("CREATE_COMPLETE");
    assertThat(
            staged.stage().cloudFormation().listChangeSets(it -> it.stackName(STACK)).summaries())
        .isEmpty();
  }

  @Test
  void isNeverTornDown() {
    var run = staged.run("teardown", "--confirm", "production");
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("Production is never torn down by a command");
    assertThat(staged.status("data")).contains("CREATE_COMPLETE");
  }

  @Test
  void isMadeWhenAnotherPersonHasAgreedToEveryStackByTheSameFolderOfRecords() {
    try (var fresh = StagedCommands.empty(Environment.PRODUCTION)) {
      var answers = new ArrayList<CommandRun>();
      fresh.eachPause(() -> {
        if (answers.isEmpty()) {
          var ids = waiting(fresh);
          if (ids.size() == 6) {
            var all = new ArrayList<>(List.of("deploy", "approve"));
            all.addAll(ids);
            answers.add(fresh.as("noah", all.toArray(new String[0])));
          }
        }
      });
      var run = fresh.run("deploy", "--yes");
      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(answers).extracting(CommandRun::exit).containsExactly(0);
      assertThat(fresh.records()).hasSize(6).allMatch(it -> it.answer().isPresent());
      assertThat(fresh.protectedFromDeletion("data")).isTrue();
    }
  }

  private static List<String> waiting(StagedCommands staged) {
    var listed = staged.as("noah", "deploy", "list", "-o", "json");
    return listed
        .json()
        .valueStream()
        .filter(it -> it.path("status").asText().equals("AWAITING_APPROVAL"))
        .map(it -> it.path("id").asText())
        .toList();
  }
}
