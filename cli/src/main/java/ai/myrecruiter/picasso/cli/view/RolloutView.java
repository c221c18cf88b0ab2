package ai.myrecruiter.picasso.cli.view;

import ai.myrecruiter.picasso.cli.output.Style;
import ai.myrecruiter.picasso.cli.output.Wrapping;
import ai.myrecruiter.picasso.workflows.judge.TestResult;
import ai.myrecruiter.picasso.workflows.rollout.Outcome;
import ai.myrecruiter.picasso.workflows.rollout.PendingApproval;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.TimelineKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A rollout as a block of lines: where it is, what both versions did, what the judge says, what
 * happened last. The same record, instant and width give the same lines.
 *
 * @param style colours
 * @param width columns; no line is wider
 */
public record RolloutView(Style style, int width) {
  private static final int TIMELINE = 6;
  private static final int WIDEST_BAR = 40;
  private static final int BESIDE_BAR = 30;
  private static final char GLUE = '\u00a0';

  /** The lines. */
  public List<String> lines(Rollout rollout, Optional<ClientTraffic> client, Instant now) {
    var lines = new ArrayList<String>();
    lines.add(heading(rollout, now));
    lines.addAll(stages(rollout));
    lines.addAll(labelled("now", Position.sentence(rollout, now)));
    Sides.lines(rollout).stream().map(line -> Wrapping.cut(line, width)).forEach(lines::add);
    Evidence.leading(rollout).ifPresent(test -> lines.addAll(evidence(functionOf(rollout), test)));
    client.ifPresent(traffic -> lines.addAll(labelled("client", traffic.line())));
    rollout.approval().ifPresent(question -> lines.addAll(question(rollout, question)));
    rollout.outcome().ifPresent(outcome -> lines.addAll(ending(outcome)));
    lines.add("");
    lines.addAll(timeline(rollout));
    return lines;
  }

  private String heading(Rollout rollout, Instant now) {
    var request = rollout.request();
    var end = rollout.status().terminal() ? rollout.progress().since() : now;
    var time = Numbers.elapsed(Duration.between(rollout.startedAt(), end));
    var target =
        rollout.members().stream()
            .map(member -> member.function() + ":" + request.alias())
            .collect(Collectors.joining(" and "));
    var title = "%s  %s  %s".formatted(rollout.id(), rollout.environment(), target);
    var shown = Wrapping.cut(title, width - time.length() - 1);
    return style.bold(shown) + " ".repeat(width - shown.length() - time.length()) + time;
  }

  /** Of several functions, whose evidence it is. */
  private static String functionOf(Rollout rollout) {
    return rollout.members().size() == 1 ? "" : Evidence.deciding(rollout).function() + ": ";
  }

  /** A mark and its stage stay together on a line. */
  private List<String> stages(Rollout rollout) {
    var marks = Position.marks(rollout).stream().map(mark -> mark.replace(' ', GLUE)).toList();
    return labelled("stages", String.join(GLUE + " ", marks)).stream()
        .map(line -> line.replace(GLUE, ' ').stripTrailing())
        .toList();
  }

  private List<String> evidence(String of, TestResult test) {
    var bar =
        EvidenceBar.of(
            test.value(), test.limit(), Math.min(WIDEST_BAR, width - Labels.WIDTH - BESIDE_BAR));
    var lines = new ArrayList<String>();
    lines.add(
        Labels.line(
            "e-value",
            "%s %s of %s"
                .formatted(bar, Numbers.evidence(test.value()), Numbers.evidence(test.limit()))));
    labelled("verdict", test.verdict() + ". " + of + test.sentence()).stream()
        .map(line ->
            switch (test.verdict()) {
              case PASS -> style.good(line);
              case FAIL -> style.bad(line);
              case INCONCLUSIVE -> line;
            })
        .forEach(lines::add);
    return lines;
  }

  private List<String> question(Rollout rollout, PendingApproval question) {
    var text =
        "a person is asked about %s until %s UTC, else it counts as %s: picasso rollout approve %s --env %s"
            .formatted(
                question.stage(),
                Numbers.timeOfDay(question.expiresAt()),
                question.whenExpired().name().toLowerCase(Locale.ROOT),
                rollout.id(),
                rollout.environment());
    return labelled("approval", text).stream().map(style::warn).toList();
  }

  private List<String> ending(Outcome outcome) {
    var lines = new ArrayList<String>();
    lines.addAll(labelled("ended", Endings.words(outcome) + ". " + outcome.sentence()));
    lines.addAll(labelled("served", Endings.damage(outcome)));
    Endings.reaction(outcome).ifPresent(text -> lines.addAll(labelled("fault", text)));
    return lines.stream()
        .map(line ->
            switch (outcome.ending()) {
              case PROMOTED -> style.good(line);
              case ROLLED_BACK, REFUSED -> style.warn(line);
            })
        .toList();
  }

  /** The last look is the verdict above; the looks before it are left out. */
  private List<String> timeline(Rollout rollout) {
    var entries =
        rollout.timeline().entries().stream()
            .filter(entry -> entry.kind() != TimelineKind.LOOK)
            .toList();
    return entries.subList(Math.max(0, entries.size() - TIMELINE), entries.size()).stream()
        .map(entry -> style.dim(Wrapping.cut(TimelineLine.of(entry), width)))
        .toList();
  }

  private List<String> labelled(String label, String text) {
    return Labels.lines(label, text, width);
  }
}
