package ai.myrecruiter.picasso.cli.judge;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.CommandRun;
import ai.myrecruiter.picasso.cli.Records;
import ai.myrecruiter.picasso.cli.TestShell;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.judge.Criteria;
import ai.myrecruiter.picasso.workflows.judge.CumulativeCounts;
import ai.myrecruiter.picasso.workflows.judge.Judge;
import ai.myrecruiter.picasso.workflows.judge.JudgeState;
import ai.myrecruiter.picasso.workflows.judge.LookKind;
import ai.myrecruiter.picasso.workflows.judge.StageAction;
import ai.myrecruiter.picasso.workflows.judge.Tally;
import ai.myrecruiter.picasso.workflows.judge.TestAnswer;
import ai.myrecruiter.picasso.workflows.rollout.RecordedLook;
import ai.myrecruiter.picasso.workflows.rollout.RecordedRollout;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplayCommandTest {
  @TempDir private Path folder;

  @Test
  void confirmsAFaithfulRecord() throws IOException {
    var run = replay(record(), "-o", "json");

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEqualTo("Every look gives the answer that was recorded.\n");
    assertThat(run.json().path("same").asBoolean()).isTrue();
    assertThat(run.json().at("/last/action").asText()).isEqualTo("FAIL");
  }

  @Test
  void namesTheLookAndTheTestOfADifference() throws IOException {
    var run = replay(record().replace("\"errors\":31", "\"errors\":1"));

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.out())
        .containsPattern("0-1 +errors +FAIL e=[0-9.eE+]+ +INCONCLUSIVE e=[0-9.]+")
        .containsPattern("0-1 +decision +FAIL +CONTINUE");
  }

  @Test
  void refusesABadFileWithPathValueRuleAndFix() throws IOException {
    assertThat(replay("{}").err()).contains("$.").contains("must be there");
    assertThat(replay("not json").exit()).isEqualTo(2);
    var negative = replay(record().replace("\"errors\":31", "\"errors\":-31"));
    assertThat(negative.exit()).isEqualTo(2);
    assertThat(negative.err()).contains("must have sums of 0 or more only; read the metrics again");
    var missing =
        CommandRun.of(new TestShell(), "judge", "replay", folder.resolve("no.json").toString());
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.err()).contains("must exist; give a file written by picasso rollout export");
  }

  private CommandRun replay(String text, String... more) throws IOException {
    var file = Files.writeString(folder.resolve("looks.json"), text);
    var arguments = new ArrayList<>(List.of("judge", "replay", file.toString()));
    arguments.addAll(List.of(more));
    return CommandRun.of(new TestShell(), arguments.toArray(String[]::new));
  }

  private static String record() {
    var rollout = Records.looked(new Tally(900, 1), new Tally(100, 31));
    var looks = List.of(look(rollout));
    return Contracts.write(RecordedRollout.of(rollout, looks).orElseThrow());
  }

  private static RecordedLook look(Rollout rollout) {
    var plain = CumulativeCounts.of(new Tally(900, 1), new Tally(100, 31));
    var sums =
        new CumulativeCounts(
            plain.stable(),
            plain.candidate(),
            Optional.of(rollout.plan().stages().getFirst().weight()));
    var criteria =
        Criteria.of(
            rollout.plan(), rollout.stable().orElseThrow(), rollout.candidate().orElseThrow());
    var said = Judge.look(JudgeState.START, "0-1", sums, criteria);
    return new RecordedLook(
        1,
        "0-1",
        LookKind.STAGE,
        0,
        1,
        rollout.startedAt(),
        List.of(),
        sums,
        TestAnswer.of(said),
        Optional.of(StageAction.FAIL));
  }
}
