package ai.myrecruiter.picasso.cli.rehearse;

import ai.myrecruiter.picasso.cli.output.TextTable;
import ai.myrecruiter.picasso.cli.output.Wrapping;
import ai.myrecruiter.picasso.cli.view.Numbers;
import ai.myrecruiter.picasso.workflows.contract.DurationText;
import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A rehearsal for people. */
final class RehearsalTable {
  private static final int WIDTH = 100;

  /** Where the facts above the table begin. */
  static final int MARGIN = 7;

  private RehearsalTable() {}

  /** The lines, as wide as they like. */
  static List<String> of(RehearsalData data) {
    return of(data, Integer.MAX_VALUE);
  }

  /**
   * The lines, none wider than a terminal but the one with the command; where the table is, each of
   * its rows becomes a paragraph.
   */
  static List<String> of(RehearsalData data, int width) {
    var prose = Math.min(width, WIDTH);
    var lines = new ArrayList<String>();
    facts(data).forEach(line -> lines.addAll(within(line, width)));
    lines.add("");
    lines.addAll(ways(data, width));
    lines.add("");
    refusals(data).ifPresent(text -> lines.addAll(Wrapping.wrap(text, prose)));
    lines.addAll(Wrapping.wrap(places(data), prose));
    falsely(data).ifPresent(text -> lines.addAll(Wrapping.wrap(text, prose)));
    lines.addAll(Wrapping.wrap(smallest(data), prose));
    lines.add("Repeat with: " + data.command());
    return lines;
  }

  /** What was run, before what came of it. */
  static List<String> facts(RehearsalData data) {
    var lines = new ArrayList<String>();
    lines.add("Plan   " + data.plan() + ", digest " + data.planDigest());
    lines.addAll(model(data.model()));
    data.model()
        .alarms()
        .errorPercent()
        .map(percent -> "       alarm chat-errors rings above " + Words.number(percent) + " %")
        .ifPresent(lines::add);
    lines.add("Runs   " + runs(data));
    return lines;
  }

  private static List<String> within(String line, int width) {
    if (line.length() <= width) {
      return List.of(line);
    }
    var lines = new ArrayList<String>();
    for (var part : Wrapping.wrap(line.substring(MARGIN), width - MARGIN)) {
      lines.add((lines.isEmpty() ? line.substring(0, MARGIN) : " ".repeat(MARGIN)) + part);
    }
    return lines;
  }

  private static List<String> ways(RehearsalData data, int width) {
    var table = table(data);
    return table.stream().allMatch(line -> line.length() <= width)
        ? table
        : data.ways().stream().flatMap(way -> paragraph(way, width).stream()).toList();
  }

  private static List<String> paragraph(RehearsalData.Way way, int width) {
    var lines = new ArrayList<String>();
    lines.add(way.name());
    for (var text :
        List.of(
            "caught %s; false rollbacks %s; runs %s"
                .formatted(
                    way.rolledBack().percent(), way.falselyRolledBack().withInterval(), runs(way)),
            "bad requests %s; seconds to stable %s".formatted(bad(way), seconds(way)))) {
      Wrapping.wrap(text, width - 2).forEach(line -> lines.add("  " + line));
    }
    return lines;
  }

  private static List<String> model(Model model) {
    return List.of(
        "Model  %s requests a second (%s over the day), errors %s, clustering %s"
            .formatted(
                Words.number(model.traffic().rps()),
                model.traffic().swing() == 0
                    ? "steady"
                    : "+- " + Numbers.percent(model.traffic().swing()),
                Words.share(model.errors().rate()),
                Words.number(model.errors().clustering())),
        "       new version: errors %s%s, slower x%s, from %s after the first shift"
            .formatted(
                Words.share(model.effect().errorRate()),
                model.errors().rate() > 0 ? " (x" + Words.number(model.times()) + ")" : "",
                Words.number(model.effect().slowdown()),
                DurationText.format(model.effect().onset())),
        "       metrics: periods of %s, seen %s late; bad requests are counted for %s"
            .formatted(
                DurationText.format(model.metrics().resolution()),
                DurationText.format(model.metrics().lag()),
                DurationText.format(model.horizon())));
  }

  private static String runs(RehearsalData data) {
    return "%s with the bad version and %s with a healthy one, for each row; seeds %s to %s"
        .formatted(
            Numbers.count(data.runs()),
            Numbers.count(data.runs()),
            data.seed(),
            data.seed() + data.runs() - 1);
  }

  private static List<String> table(RehearsalData data) {
    var table =
        new TextTable(
            "WAY TO RELEASE",
            "CAUGHT",
            "FALSE ROLLBACKS (95 %)",
            "BAD REQUESTS",
            "SECONDS TO STABLE",
            "RUNS");
    for (var way : data.ways()) {
      table.row(
          way.name(),
          way.rolledBack().percent(),
          way.falselyRolledBack().withInterval(),
          bad(way),
          seconds(way),
          runs(way));
    }
    return table.lines();
  }

  private static String bad(RehearsalData.Way way) {
    return way.badRequests()
        .map(bad -> "%s, p95 %s".formatted(Words.whole(bad.median()), Words.whole(bad.p95())))
        .orElse("-");
  }

  private static String seconds(RehearsalData.Way way) {
    return way.secondsToStable()
        .map(time ->
            "%s, p95 %s of %d"
                .formatted(Words.whole(time.median()), Words.whole(time.p95()), time.runs()))
        .orElse("-");
  }

  private static String runs(RehearsalData.Way way) {
    return "%d + %d".formatted(way.rolledBack().of(), way.falselyRolledBack().of());
  }

  /** What an alarm did not let start, and what it would need. */
  static Optional<String> refusals(RehearsalData data) {
    var plan = data.ways().getFirst();
    return plan.refusedStarts().count() == 0
        ? Optional.empty()
        : Optional.of(
            "The start was refused in %d of %d runs, %s: with the old version alone %s rings already. %s"
                .formatted(
                    plan.refusedStarts().count(),
                    plan.refusedStarts().of(),
                    plan.refusedStarts().withInterval(),
                    String.join(", ", plan.refusedBy().keySet().stream().sorted().toList()),
                    data.alarmNeeds()
                        .map(percent ->
                            "At this traffic chat-errors needs thresholds.errorPercent of %s or more (here: --alarm-threshold)."
                                .formatted(Words.number(Math.ceil(percent * 10) / 10)))
                        .orElse("No threshold of chat-errors up to 50 % fits this traffic.")));
  }

  private static Optional<String> falsely(RehearsalData data) {
    var plan = data.ways().getFirst();
    return plan.falselyDecidedBy().isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Healthy versions were rolled back by: %s."
                .formatted(counts("", plan.falselyDecidedBy())));
  }

  private static String places(RehearsalData data) {
    var plan = data.ways().getFirst();
    return plan.caughtAt().isEmpty()
        ? "The plan caught none of %d runs.".formatted(plan.rolledBack().of())
        : "The plan caught %d of %d runs: %s; decided by %s."
            .formatted(
                plan.rolledBack().count(),
                plan.rolledBack().of(),
                counts("in", plan.caughtAt()),
                counts("", plan.decidedBy()));
  }

  private static String counts(String before, Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> "%d %s %s".formatted(entry.getValue(), before, entry.getKey()))
        .map(text -> text.replace("  ", " "))
        .collect(Collectors.joining(", "));
  }

  private static String smallest(RehearsalData data) {
    return data.smallestEffect()
        .map(effect ->
            "The smallest effect on errors tried that it catches in 95 %% of the runs: x%s (%d of %d runs)."
                .formatted(
                    Words.number(effect.times()), effect.caught().count(), effect.caught().of()))
        .orElse("It catches none of the effects tried in 95 % of the runs.");
  }
}
