package ai.myrecruiter.picasso.cli.rehearse;

import ai.myrecruiter.picasso.workflows.contract.DurationText;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The plan as columns, one a stage and one the bake: its weight, and how many runs it caught. */
record PlanChart(Plan plan, Map<String, Integer> caughtAt, int runs) {
  private static final double WIDTH = 640;
  private static final double BASE = 150;
  private static final double TALLEST = 120;

  private record Column(String name, double weight, Duration time, int caught) {}

  /** The chart. */
  String svg() {
    var columns = columns();
    double step = (WIDTH - 24) / columns.size();
    var svg =
        new StringBuilder(
            "<svg viewBox=\"0 0 640 216\" role=\"img\" aria-label=\"The plan's stages: share of the requests, and runs caught in each\">");
    add(svg, "<line class=\"grid\" x1=\"12\" x2=\"628\" y1=\"%.1f\" y2=\"%.1f\"/>", BASE, BASE);
    for (int i = 0; i < columns.size(); i++) {
      column(svg, columns.get(i), 12 + i * step, step);
    }
    return svg.append("</svg>").toString();
  }

  private void column(StringBuilder svg, Column column, double x, double step) {
    double tall = Math.max(2, column.weight() / 100 * TALLEST);
    double middle = x + step / 2;
    add(
        svg,
        "<rect class=\"weight\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
        x + 2,
        BASE - tall,
        step - 4,
        tall);
    text(svg, "value", middle, BASE - tall - 6, Words.number(column.weight()) + " %");
    text(svg, "label", middle, BASE + 19, column.name());
    text(svg, "axis", middle, BASE + 39, DurationText.format(column.time()));
    text(
        svg,
        column.caught() > 0 ? "label own" : "axis",
        middle,
        BASE + 59,
        "caught " + column.caught());
  }

  private static void text(StringBuilder svg, String kind, double x, double y, String text) {
    add(
        svg,
        "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>",
        kind,
        x,
        y,
        Markup.escape(text));
  }

  private List<Column> columns() {
    var columns = new ArrayList<Column>();
    for (var stage : plan.stages()) {
      columns.add(new Column(stage.name(), stage.weight(), stage.duration(), caught(stage.name())));
    }
    columns.add(
        new Column("bake", 100 - plan.bake().holdback(), plan.bake().duration(), caught("bake")));
    return columns;
  }

  private int caught(String place) {
    return caughtAt.getOrDefault(place, 0);
  }

  private static void add(StringBuilder svg, String form, Object... values) {
    svg.append(String.format(Locale.ROOT, form, values));
  }
}
