package ai.myrecruiter.picasso.cli.view;

import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.judge.Counts;
import ai.myrecruiter.picasso.workflows.judge.TestResult;
import ai.myrecruiter.picasso.workflows.rollout.Member;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The old version and the new one side by side: traffic, requests and errors since the first shift.
 */
final class Sides {
  private static final int LEFT = 16;
  private static final int RIGHT = 20;

  private Sides() {}

  /** The lines; none before both versions are known. */
  static List<String> lines(Rollout rollout) {
    var members = rollout.members();
    var lines = new ArrayList<String>();
    for (var member : members) {
      var block = lines(rollout, member);
      if (members.size() > 1 && !block.isEmpty()) {
        lines.add(Labels.line("function", member.function()));
      }
      lines.addAll(block);
    }
    return lines;
  }

  private static List<String> lines(Rollout rollout, Member member) {
    if (member.stable().isEmpty() || member.candidate().isEmpty()) {
      return List.of();
    }
    var test = Evidence.of(rollout, member).map(judgement -> judgement.tests().getFirst());
    var weight = rollout.progress().weight();
    return List.of(
        row("", title("old", member.stable()), title("new", member.candidate())),
        row("traffic", Numbers.plain(100 - weight) + " %", Numbers.plain(weight) + " %"),
        row(
            "requests",
            requests(test.map(TestResult::stable)),
            requests(test.map(TestResult::candidate))),
        row(
            "errors",
            errors(test.map(TestResult::stable)),
            errors(test.map(TestResult::candidate))));
  }

  private static String title(String side, Optional<VersionNumber> version) {
    return side + ": version " + version.map(VersionNumber::toString).orElse("?");
  }

  private static String requests(Optional<Counts> counts) {
    return counts.map(c -> Numbers.count(c.requests())).orElse("-");
  }

  private static String errors(Optional<Counts> counts) {
    return counts
        .map(c -> "%s (%s)".formatted(Numbers.count(c.errors()), Numbers.percent(c.errorRate())))
        .orElse("-");
  }

  private static String row(String label, String left, String right) {
    return Labels.line(label, pad(left, LEFT) + pad(right, RIGHT));
  }

  private static String pad(String text, int column) {
    return " ".repeat(Math.max(1, column - text.length())) + text;
  }
}
