package ai.myrecruiter.picasso.cli.rehearse;

import ai.myrecruiter.picasso.cli.view.Numbers;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.rehearsal.Spread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A rehearsal as one HTML file: no script, nothing loaded from elsewhere. */
final class HtmlReport {
  private static final String TEMPLATE = template();
  private final RehearsalData data;
  private final Plan plan;

  private HtmlReport(RehearsalData data, Plan plan) {
    this.data = data;
    this.plan = plan;
  }

  private static String template() {
    try (var in = HtmlReport.class.getResourceAsStream("report.html")) {
      if (in == null) {
        throw new IllegalStateException("report.html is not beside this class; build again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file's text. */
  static String of(RehearsalData data, Plan plan) {
    return new HtmlReport(data, plan).text();
  }

  private String text() {
    var own = data.ways().getFirst();
    var facts =
        RehearsalTable.facts(data).stream().map(HtmlReport::fact).collect(Collectors.joining("\n"));
    return TEMPLATE
        .replace("@PLAN@", Markup.escape(data.plan()))
        .replace("@CAUGHT@", own.rolledBack().percent())
        .replace("@FALSE@", own.falselyRolledBack().percent())
        .replace("@FALSE_HIGH@", Numbers.percent(own.falselyRolledBack().high()))
        .replace("@BAD@", own.badRequests().map(t -> Words.whole(t.median())).orElse("-"))
        .replace("@BAD_P95@", own.badRequests().map(t -> Words.whole(t.p95())).orElse("-"))
        .replace("@REFUSED@", refused())
        .replace("@SECONDS@", own.secondsToStable().map(t -> Words.whole(t.median())).orElse("-"))
        .replace("@SECONDS_P95@", own.secondsToStable().map(t -> Words.whole(t.p95())).orElse("-"))
        .replace(
            "@SMALLEST@", data.smallestEffect().map(e -> "x" + Words.number(e.times())).orElse("-"))
        .replace(
            "@SMALLEST_RUNS@",
            data.smallestEffect()
                .map(e -> "%d of %d runs".formatted(e.caught().count(), e.caught().of()))
                .orElse("none of those tried"))
        .replace("@BAD_RUNS@", Numbers.count(own.rolledBack().of()))
        .replace("@WELL_RUNS@", Numbers.count(own.falselyRolledBack().of()))
        .replace("@FACTS@", facts)
        .replace("@PLAN_CHART@", new PlanChart(plan, own.caughtAt()).svg())
        .replace("@BAD_CHART@", badChart())
        .replace("@FALSE_CHART@", falseRollbacks().svg())
        .replace("@ROWS@", data.ways().stream().map(this::row).collect(Collectors.joining("\n")))
        .replace("@COMMAND@", Markup.escape(data.command()));
  }

  private static String fact(String line) {
    return "<dt>%s</dt><dd>%s</dd>"
        .formatted(
            Markup.escape(line.substring(0, RehearsalTable.MARGIN).strip()),
            Markup.escape(line.substring(RehearsalTable.MARGIN)));
  }

  /** A version that is only slower has no bad requests, and bars of nothing say nothing. */
  private String badChart() {
    var served = data.ways().stream().flatMap(way -> way.badRequests().stream()).toList();
    if (served.stream().anyMatch(bad -> bad.p95() > 0)) {
      return badRequests().svg();
    }
    return "<p class=\"none\">None: "
        + (served.isEmpty()
            ? "no run started."
            : "this version fails no more often than the old one.")
        + "</p>";
  }

  private BarChart badRequests() {
    var rows = new ArrayList<BarChart.Row>();
    double most = 1;
    for (var way : data.ways()) {
      if (way.badRequests().isEmpty()) {
        continue;
      }
      var bad = way.badRequests().get();
      most = Math.max(most, bad.p95());
      rows.add(
          new BarChart.Row(
              way.name(),
              bad.median(),
              bad.median(),
              bad.p95(),
              Words.whole(bad.median()) + ", p95 " + Words.whole(bad.p95()),
              way.equals(data.ways().getFirst())));
    }
    var marks = new ArrayList<BarChart.Mark>();
    marks.add(new BarChart.Mark(0, "0"));
    double mark = 10;
    for (; mark < most; mark *= 10) {
      marks.add(new BarChart.Mark(mark, Words.whole(mark)));
    }
    marks.add(new BarChart.Mark(mark, Words.whole(mark)));
    return new BarChart("Bad requests: median and 95th percentile", true, rows, marks);
  }

  private BarChart falseRollbacks() {
    var rows =
        data.ways().stream()
            .filter(way -> way.falselyRolledBack().share().isPresent())
            .map(way -> {
              var share = way.falselyRolledBack();
              return new BarChart.Row(
                  way.name(),
                  share.share().orElseThrow(),
                  share.low(),
                  share.high(),
                  share.withInterval(),
                  way.equals(data.ways().getFirst()));
            })
            .toList();
    return new BarChart(
        "Share of healthy versions rolled back, with 95 % intervals",
        false,
        rows,
        List.of(
            new BarChart.Mark(0, "0 %"),
            new BarChart.Mark(0.25, "25 %"),
            new BarChart.Mark(0.5, "50 %"),
            new BarChart.Mark(0.75, "75 %"),
            new BarChart.Mark(1, "100 %")));
  }

  private static String both(Optional<Spread> spread) {
    return spread.map(t -> Words.whole(t.median()) + " / " + Words.whole(t.p95())).orElse("-");
  }

  private String refused() {
    return RehearsalTable.refusals(data)
        .map(text -> "<p class=\"refused\" role=\"note\">" + Markup.escape(text) + "</p>")
        .orElse("");
  }

  private String row(RehearsalData.Way way) {
    return "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
        .formatted(
            Markup.escape(way.name()),
            way.rolledBack().percent(),
            way.falselyRolledBack().percent(),
            both(way.badRequests()),
            both(way.secondsToStable()),
            way.rolledBack().of() + " + " + way.falselyRolledBack().of());
  }
}
