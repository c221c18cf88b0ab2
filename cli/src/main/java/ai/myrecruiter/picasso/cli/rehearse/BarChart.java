package ai.myrecruiter.picasso.cli.rehearse;

import java.util.List;
import java.util.Locale;

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
    var svg = new StringBuilder();
    add(
        svg,
        "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">",
        WIDTH,
        height,
        Markup.escape(title));
    for (var mark : marks) {
      add(
          svg,
          "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>",
          x(mark.value()),
          x(mark.value()),
          TOP,
          height - 22);
      add(
          svg,
          "<text class=\"axis\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
          x(mark.value()),
          height - 6,
          anchor(x(mark.value())),
          Markup.escape(mark.label()));
    }
    for (int i = 0; i < rows.size(); i++) {
      row(svg, rows.get(i), TOP + i * STEP);
    }
    return svg.append("</svg>").toString();
  }

  private void row(StringBuilder svg, Row row, double y) {
    var kind = row.own() ? "own" : "other";
    add(
        svg,
        "<text class=\"label %s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
        kind,
        LEFT,
        y + 14,
        Markup.escape(row.label()));
    add(
        svg,
        "<text class=\"value %s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
        kind,
        RIGHT,
        y + 14,
        Markup.escape(row.text()));
    add(
        svg,
        "<rect class=\"bar %s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"14\" rx=\"2\"/>",
        kind,
        LEFT,
        y + 20,
        Math.max(2, x(row.value()) - LEFT));
    add(
        svg,
        "<line class=\"range\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>",
        x(row.low()),
        x(row.high()),
        y + 27,
        y + 27);
    add(
        svg,
        "<line class=\"range\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>",
        x(row.high()),
        x(row.high()),
        y + 22,
        y + 32);
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

  private static void add(StringBuilder svg, String form, Object... values) {
    svg.append(String.format(Locale.ROOT, form, values));
  }
}
