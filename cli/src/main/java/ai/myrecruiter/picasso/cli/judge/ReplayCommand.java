package ai.myrecruiter.picasso.cli.judge;

import ai.myrecruiter.picasso.cli.output.TextTable;
import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import ai.myrecruiter.picasso.cli.shell.Settings;
import ai.myrecruiter.picasso.cli.shell.Shell;
import ai.myrecruiter.picasso.cli.view.Numbers;
import ai.myrecruiter.picasso.workflows.judge.StageDecision;
import ai.myrecruiter.picasso.workflows.rollout.RecordedRollout;
import ai.myrecruiter.picasso.workflows.rollout.Replay;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Judges a recorded rollout again from its counts. Calls nothing. */
@Command(
    name = "replay",
    description = {
      "Judge a recorded rollout again from its counts and compare, look by look. Calls nothing.",
      "Any difference is named by look and test and exits 3."
    })
final class ReplayCommand implements Callable<Integer> {
  private final Shell shell;
  private final Settings settings;

  @Parameters(paramLabel = "FILE", description = "What picasso rollout export has printed.")
  private Path file = Path.of("");

  ReplayCommand(Shell shell, Settings settings) {
    this.shell = shell;
    this.settings = settings;
  }

  /** The replay as data. */
  private record Answer(
      RolloutId rolloutId,
      boolean same,
      int looks,
      Optional<StageDecision> last,
      List<Replay.Difference> differences) {}

  @Override
  public Integer call() {
    var recorded = RecordFile.read(file);
    var replay = Replay.of(recorded);
    if (recorded.looks().isEmpty()) {
      throw CommandEnd.refused(
          "Rollout %s has no look in the record: nothing was judged, so nothing can be judged again."
              .formatted(recorded.rolloutId()));
    }
    var same = replay.differences().isEmpty();
    settings
        .printer()
        .print(
            new Answer(
                recorded.rolloutId(),
                same,
                replay.steps().size(),
                last(replay).flatMap(Replay.Step::decision),
                replay.differences()),
            lines(recorded, replay));
    shell.say(
        same
            ? "Every look gives the answer that was recorded."
            : "The record and its counts differ: %s.".formatted(count(replay.differences())));
    return same ? ExitStatus.OK.code() : ExitStatus.REFUSED.code();
  }

  private static List<String> lines(RecordedRollout recorded, Replay replay) {
    var lines = new ArrayList<String>();
    lines.add("Rollout  " + recorded.rolloutId());
    lines.add("Looks    " + Numbers.count(replay.steps().size()));
    last(replay)
        .ifPresent(step -> {
          lines.add("Last     " + step.look().id());
          step.judgement().functions().stream()
              .flatMap(function -> function.judgement().tests().stream())
              .forEach(
                  test -> lines.add("         %s: %s".formatted(test.verdict(), test.sentence())));
        });
    if (!replay.differences().isEmpty()) {
      lines.add("");
      var table = new TextTable("LOOK", "TEST", "RECORDED", "RECOMPUTED");
      replay
          .differences()
          .forEach(d -> table.row(d.look(), d.test(), d.recorded(), d.recomputed()));
      lines.addAll(table.lines());
    }
    return lines;
  }

  private static Optional<Replay.Step> last(Replay replay) {
    return replay.steps().isEmpty() ? Optional.empty() : Optional.of(replay.steps().getLast());
  }

  private static String count(List<Replay.Difference> differences) {
    return differences.size() == 1 ? "1 difference" : differences.size() + " differences";
  }
}
