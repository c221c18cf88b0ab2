package ai.myrecruiter.picasso.cli.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.Backend;
import ai.myrecruiter.picasso.cli.CommandRun;
import ai.myrecruiter.picasso.cli.RecordedLooks;
import ai.myrecruiter.picasso.cli.Records;
import ai.myrecruiter.picasso.cli.TestShell;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.rollout.RecordedRollout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported is replayed to the same answers. */
final class ExportTest {
  private final Backend backend = Backend.start();
  @TempDir private Path folder;

  @AfterEach
  void close() {
    backend.close();
  }

  @Test
  void printsEveryLookThatCounted() {
    backend.having(RecordedLooks.looked());
    backend.looked(Records.ID, RecordedLooks.look());

    var run = CommandRun.of(new TestShell(), "rollout", "export", Records.ID.value());

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(Contracts.read(run.out(), RecordedRollout.class)).isEqualTo(RecordedLooks.rollout());
  }

  @Test
  void whatItPrintsIsReplayedToTheSameAnswers() throws IOException {
    backend.having(RecordedLooks.looked());
    backend.looked(Records.ID, RecordedLooks.look());
    var exported = CommandRun.of(new TestShell(), "rollout", "export").out();
    var file = Files.writeString(folder.resolve("looks.json"), exported).toString();

    assertThat(CommandRun.of(new TestShell(), "judge", "replay", file).exit()).isZero();
  }

  @Test
  void refusesARolloutThatEndedBeforeItsVersionsWereKnown() {
    backend.having(Records.accepted());
    var run = CommandRun.of(new TestShell(), "rollout", "export", Records.ID.value());
    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("has no looks: it ended before its versions were known");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void saysWhenThereIsNoSuchRollout() {
    var run = CommandRun.of(new TestShell(), "rollout", "export", Records.ID.value());
    assertThat(run.exit()).isNotZero();
    assertThat(run.err()).contains(Records.ID.value());
  }
}
