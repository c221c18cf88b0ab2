package ai.myrecruiter.picasso.cli.demo;

import ai.myrecruiter.picasso.cli.output.Style;
import ai.myrecruiter.picasso.cli.output.TextTable;
import ai.myrecruiter.picasso.cli.output.Wrapping;
import ai.myrecruiter.picasso.cli.view.Endings;
import ai.myrecruiter.picasso.cli.view.Numbers;
import ai.myrecruiter.picasso.workflows.rollout.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What became of the demonstration.
 *
 * @param ok whether every scenario ended as it had to
 */
record DemoReport(boolean ok, List<ScenarioReport> scenarios) {
  private static final int INDENT = 12;
  private static final String LEGEND =
      "What clients saw: bad answers, and seconds from the first of them to the stable alias; in"
          + " brackets the same as the rollout itself saw it in CloudWatch.";

  static DemoReport of(List<ScenarioReport> scenarios) {
    return new DemoReport(scenarios.stream().allMatch(ScenarioReport::ok), List.copyOf(scenarios));
  }

  /** What happened in each, then the table of all. */
  List<String> lines(Style style, int width) {
    var lines = new ArrayList<String>();
    for (var scenario : scenarios) {
      lines.add("");
      lines.add(style.bold(scenario.title()));
      lines.addAll(timeline(scenario, width));
      scenario.problems().stream()
          .map(problem -> indented("", "not as expected: " + problem, width))
          .flatMap(List::stream)
          .map(style::bad)
          .forEach(lines::add);
    }
    lines.add("");
    lines.addAll(table());
    lines.addAll(Wrapping.wrap(LEGEND, width));
    lines.add("");
    lines.add(
        ok
            ? style.good("All three ended as they should.")
            : style.bad("Not all ended as they should."));
    return lines;
  }

  /** A line for each entry; the last one, which says how it ended, in full. */
  private static List<String> timeline(ScenarioReport scenario, int width) {
    var entries = scenario.timeline();
    var start = entries.getFirst().at();
    var lines = new ArrayList<String>();
    for (var entry : entries.subList(0, entries.size() - 1)) {
      lines.add(
          Wrapping.cut(indented(since(start, entry.at()), text(entry), 1000).getFirst(), width));
    }
    var last = entries.getLast();
    lines.addAll(indented(since(start, last.at()), text(last), width));
    return lines;
  }

  private static List<String> indented(String label, String text, int width) {
    var lines = new ArrayList<String>();
    for (var part : Wrapping.wrap(text, width - INDENT)) {
      var left = lines.isEmpty() ? label : "";
      lines.add(left + " ".repeat(INDENT - left.length()) + part);
    }
    return lines;
  }

  private static String text(TimelineEntry entry) {
    return Wrapping.printable(entry.sentence());
  }

  private static String since(Instant start, Instant at) {
    var seconds = Duration.between(start, at).toMillis() / 1000.0;
    return String.format(Locale.ROOT, "%+8.1f s", seconds);
  }

  private List<String> table() {
    var table = new TextTable("SCENARIO", "ENDED", "BY", "BAD REQUESTS", "TO STABLE", "ALIAS NOW");
    for (var i = 0; i < scenarios.size(); i++) {
      var scenario = scenarios.get(i);
      table.row(
          (i + 1) + (scenario.ok() ? " as expected" : " NOT AS EXPECTED"),
          scenario.ending().map(Endings::words).orElse("not over"),
          scenario.decidedBy().map(by -> by.name().toLowerCase(Locale.ROOT)).orElse("-"),
          bad(scenario),
          toStable(scenario),
          scenario.alias().replace("version ", "v"));
    }
    return table.lines();
  }

  private static String bad(ScenarioReport scenario) {
    return scenario.crossTenantAttempts() > 0
        ? Numbers.count(scenario.crossTenantAttempts()) + " cross-tenant"
        : "%s (%s)"
            .formatted(
                Numbers.count(scenario.badAnswers()),
                Numbers.count(scenario.badRequestsMeasured()));
  }

  private static String toStable(ScenarioReport scenario) {
    return scenario
        .secondsToStable()
        .map(seconds ->
            "%s (%s)"
                .formatted(
                    Numbers.seconds(seconds),
                    scenario.secondsToStableMeasured().map(Numbers::seconds).orElse("-")))
        .orElse("-");
  }
}
