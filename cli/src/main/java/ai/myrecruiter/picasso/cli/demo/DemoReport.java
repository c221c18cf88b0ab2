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
import java.util.Optional;

/**
 * What became of the demonstration.
 *
 * @param ok whether every scenario ended as it had to
 */
record DemoReport(boolean ok, List<ScenarioReport> scenarios) {
  static DemoReport of(List<ScenarioReport> scenarios) {
    return new DemoReport(scenarios.stream().allMatch(ScenarioReport::ok), List.copyOf(scenarios));
  }

  /** What happened in each, then the table of all. */
  List<String> lines(Style style, int width) {
    var lines = new ArrayList<String>();
    for (var scenario : scenarios) {
      lines.add("");
      lines.add(style.bold(scenario.title()));
      scenario.timeline().forEach(entry -> lines.add(line(scenario, entry, width)));
      scenario
          .problems()
          .forEach(problem -> lines.addAll(Wrapping.wrap("  not as expected: " + problem, width)));
    }
    lines.add("");
    lines.addAll(table());
    lines.add("");
    lines.add(
        ok
            ? style.good("All three ended as they should.")
            : style.bad("Not all ended as they should."));
    return lines;
  }

  private static String line(ScenarioReport scenario, TimelineEntry entry, int width) {
    var start = scenario.timeline().getFirst().at();
    var text = entry.sentence().replaceAll("\\s+", " ");
    return Wrapping.cut("  %s  %s".formatted(since(start, entry.at()), text), width);
  }

  private static String since(Instant start, Instant at) {
    var seconds = Duration.between(start, at).toMillis() / 1000.0;
    return String.format(Locale.ROOT, "%+6.1f s", seconds);
  }

  private List<String> table() {
    var table =
        new TextTable(
            "SCENARIO", "ENDED", "DECIDED BY", "BAD REQUESTS", "FAULT TO STABLE", "ALIAS NOW");
    for (var i = 0; i < scenarios.size(); i++) {
      var scenario = scenarios.get(i);
      table.row(
          (i + 1) + (scenario.ok() ? " as expected" : " NOT AS EXPECTED"),
          scenario.ending().map(Endings::words).orElse("not over"),
          scenario.decidedBy().map(by -> by.name().toLowerCase(Locale.ROOT)).orElse("-"),
          bad(scenario),
          seconds(scenario.secondsToStable()),
          scenario.alias());
    }
    return table.lines();
  }

  private static String bad(ScenarioReport scenario) {
    return scenario.crossTenantAttempts() > 0
        ? Numbers.count(scenario.crossTenantAttempts()) + " cross-tenant"
        : Numbers.count(scenario.badAnswers());
  }

  private static String seconds(Optional<Double> seconds) {
    return seconds.map(s -> String.format(Locale.ROOT, "%.1f s", s)).orElse("-");
  }
}
