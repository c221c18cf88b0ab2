package ai.myrecruiter.picasso.cli.plan;

import ai.myrecruiter.picasso.cli.output.TextTable;
import ai.myrecruiter.picasso.cli.view.Numbers;
import ai.myrecruiter.picasso.workflows.judge.Foresight;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a plan can see at a traffic, for people: a row for each stage and the bake. */
final class SightTable {
  private SightTable() {}

  static List<String> of(Foresight foresight) {
    var traffic = foresight.traffic();
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add(
        "At %s requests a second, %s of them failing, each stage watched for its longest time:"
            .formatted(
                Numbers.plain(traffic.requestsPerSecond()), Numbers.percent(traffic.errorRate())));
    lines.add("");
    var table = new TextTable("STAGE", "NEW REQUESTS", "ERRORS", "SEES ALONE", "SO FAR", "HEALTHY");
    for (var sight : foresight.sights()) {
      table.row(
          sight.stage(),
          Numbers.count(Math.round(sight.requests())),
          Numbers.count(Math.round(sight.errors())),
          effect(sight.alone()),
          effect(sight.soFar()),
          sight.passes()
              ? "passes on evidence"
              : "is undecided: " + sight.otherwise().name().toLowerCase(Locale.ROOT));
    }
    lines.addAll(table.lines());
    return lines;
  }

  private static String effect(Optional<Double> effect) {
    return effect.map(w -> String.format(Locale.ROOT, "x %.1f", w)).orElse("nothing");
  }
}
