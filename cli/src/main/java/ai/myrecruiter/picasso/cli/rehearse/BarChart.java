package ai.myrecruiter.picasso.cli.rehearse;

import java.util.List;

/**
 * A horizontal chart as inline SVG: for each row a value and a range, on a linear or a logarithmic
 * axis. The label stands above its bar, so that a narrow screen shows both.
 *
 * @param title what it shows, for those who cannot see it
 * @param logarithmic whether each mark of the axis is ten times the last
 * @param rows from above
 * @param marks values that the axis names, rising
 */
record BarChart(String title, boolean logarithmic, List<Row> rows, List<Mark> marks) {
  private static final double WIDTH = 640;
  private static final double LEFT = 12;
  private static final double RIGHT = 628;
  private static final double STEP = 46;
  private static final double TOP = 8;

  /** Copies the rows. */
  BarChart {
    rows = List.copyOf(rows);
    marks = List.copyOf(marks);
  }

  /**
   * One bar.
   *
   * @param value where it ends
   * @param low where the range begins
   * @param high where the range ends
   * @param text the values in words
   * @param own whether it is what the report is about
   */
  record Row(String label, double value, double low, double high, String text, boolean own) {}

  /** A named place of the axis. */
  record Mark(double value, String label) {}

  /** The chart. */
  String svg() {
    var height = TOP + rows.size() * STEP + 26;
    var svg = new Svg(WIDTH, height, title);
    for (var mark : marks) {
      double x = x(mark.value());
      svg.line("grid", x, TOP, x, height - 22)
          .words("axis", x, height - 6, anchor(x), mark.label());
    }
    for (int i = 0; i < rows.size(); i++) {
      row(svg, rows.get(i), TOP + i * STEP);
    }
    return svg.toString();
  }

  private void row(Svg svg, Row row, double y) {
    var kind = row.own() ? "own" : "other";
    double low = x(row.low());
    double high = x(row.high());
    svg.words("label " + kind, LEFT, y + 14, "start", row.label())
        .words("value " + kind, RIGHT, y + 14, "end", row.text())
        .rectangle("bar " + kind, LEFT, y + 20, Math.max(2, x(row.value()) - LEFT), 14)
        .line("range", low, y + 27, high, y + 27)
        .line("range", high, y + 22, high, y + 32);
  }

  private static String anchor(double x) {
    return x < LEFT + 20 ? "start" : x > RIGHT - 20 ? "end" : "middle";
  }

  private double x(double value) {
    double share = place(value) / place(marks.getLast().value());
    return LEFT + (RIGHT - LEFT) * Math.clamp(share, 0, 1);
  }

  private double place(double value) {
    return logarithmic ? Math.log10(1 + Math.max(0, value)) : value;
  }
}
