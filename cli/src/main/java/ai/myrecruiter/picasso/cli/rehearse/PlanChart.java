package ai.myrecruiter.picasso.cli.rehearse;

import ai.myrecruiter.picasso.workflows.contract.DurationText;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The plan as columns, one a stage and one the bake: its weight, and how many runs it caught. */
record PlanChart(Plan plan, Map<String, Integer> caughtAt) {
  private static final String TITLE =
      "The plan's stages: share of the requests, and runs caught in each";

  /** More have no room for their names beside each other, and are written one below another. */
  private static final int MOST_COLUMNS = 6;

  private static final double WIDTH = 640;
  private static final double HEIGHT = 216;
  private static final double LEFT = 12;
  private static final double RIGHT = 628;
  private static final String MIDDLE = "middle";
  private static final double BASE = 150;
  private static final double TALLEST = 120;

  private record Column(String name, double weight, Duration time, int caught) {}

  /** The chart. */
  String svg() {
    var columns = columns();
    if (columns.size() > MOST_COLUMNS) {
      return rows(columns).svg();
    }
    double step = (RIGHT - LEFT) / columns.size();
    var svg = new Svg(WIDTH, HEIGHT, TITLE);
    svg.line("grid", LEFT, BASE, RIGHT, BASE);
    for (int i = 0; i < columns.size(); i++) {
      column(svg, columns.get(i), LEFT + i * step, step);
    }
    return svg.toString();
  }

  private static BarChart rows(List<Column> columns) {
    var rows =
        columns.stream()
            .map(column ->
                new BarChart.Row(
                    column.name() + ", " + DurationText.format(column.time()),
                    column.weight(),
                    column.weight(),
                    column.weight(),
                    "%s %%, caught %d".formatted(Words.number(column.weight()), column.caught()),
                    column.caught() > 0))
            .toList();
    var marks = Stream.of(0, 25, 50, 75, 100).map(at -> new BarChart.Mark(at, at + " %")).toList();
    return new BarChart(TITLE, false, rows, marks);
  }

  private static void column(Svg svg, Column column, double x, double step) {
    double tall = Math.max(2, column.weight() / 100 * TALLEST);
    double middle = x + step / 2;
    svg.rectangle("weight", x + 2, BASE - tall, step - 4, tall)
        .words("value", middle, BASE - tall - 6, MIDDLE, Words.number(column.weight()) + " %")
        .words("label", middle, BASE + 19, MIDDLE, column.name())
        .words("axis", middle, BASE + 39, MIDDLE, DurationText.format(column.time()))
        .words(
            column.caught() > 0 ? "label own" : "axis",
            middle,
            BASE + 59,
            MIDDLE,
            "caught " + column.caught());
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
}
