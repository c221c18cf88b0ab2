package ai.myrecruiter.picasso.workflows.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** A line chart as SVG that reads well in light and dark pages. */
final class Picture {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 380;
  private static final int LEFT = 80;
  private static final int RIGHT = 170;
  private static final int TOP = 50;
  private static final int BOTTOM = 60;
  private final List<String> parts = new ArrayList<>();
  private final DoubleUnaryOperator x;
  private final DoubleUnaryOperator y;

  /** An empty chart; the operators give the place of a value between 0 and 1. */
  Picture(String title, DoubleUnaryOperator x, DoubleUnaryOperator y) {
    this.x = value -> LEFT + x.applyAsDouble(value) * (WIDTH - LEFT - RIGHT);
    this.y = value -> HEIGHT - BOTTOM - y.applyAsDouble(value) * (HEIGHT - TOP - BOTTOM);
    parts.add(text(LEFT, 26, "start", "#24292f", "bold", title));
  }

  Picture xTick(double value, String label) {
    var at = x.applyAsDouble(value);
    parts.add(line(at, TOP, at, HEIGHT - BOTTOM, "#e6e8eb", 1, ""));
    parts.add(text(at, HEIGHT - BOTTOM + 20, "middle", "#57606a", "normal", label));
    return this;
  }

  Picture yTick(double value, String label) {
    var at = y.applyAsDouble(value);
    parts.add(line(LEFT, at, WIDTH - RIGHT, at, "#e6e8eb", 1, ""));
    parts.add(text(LEFT - 8, at + 4, "end", "#57606a", "normal", label));
    return this;
  }

  Picture xTitle(String label) {
    parts.add(
        text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 14, "middle", "#57606a", "normal", label));
    return this;
  }

  /** A level across the chart with its name at the right. */
  Picture level(double value, String colour, String label) {
    var at = y.applyAsDouble(value);
    parts.add(line(LEFT, at, WIDTH - RIGHT, at, colour, 2, "6 4"));
    parts.add(text(WIDTH - RIGHT + 8, at + 4, "start", colour, "bold", label));
    return this;
  }

  /** A curve with its name at its last point, moved down by some pixels. */
  Picture curve(List<double[]> points, String colour, String label, int down) {
    var path = new StringBuilder();
    for (var point : points) {
      path.append(
          String.format(
              Locale.ROOT,
              "%s%.1f %.1f",
              path.isEmpty() ? "M" : " L",
              x.applyAsDouble(point[0]),
              y.applyAsDouble(point[1])));
    }
    parts.add(
        "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\" stroke-linejoin=\"round\"/>"
            .formatted(path, colour));
    var last = points.getLast();
    parts.add(
        text(
            x.applyAsDouble(last[0]) + 8,
            y.applyAsDouble(last[1]) + 4 + down,
            "start",
            colour,
            "bold",
            label));
    return this;
  }

  String svg() {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %s %s" font-family="system-ui, sans-serif" font-size="13">
        <rect width="100%%" height="100%%" rx="8" fill="#ffffff"/>
        %s
        </svg>
        """
        .formatted(WIDTH, HEIGHT, String.join("\n", parts));
  }

  private static String line(
      double x1, double y1, double x2, double y2, String colour, int width, String dashes) {
    return String.format(
        Locale.ROOT,
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%d\" stroke-dasharray=\"%s\"/>",
        x1,
        y1,
        x2,
        y2,
        colour,
        width,
        dashes.isEmpty() ? "none" : dashes);
  }

  private static String text(
      double x, double y, String anchor, String colour, String weight, String text) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\" font-weight=\"%s\">%s</text>",
        x,
        y,
        anchor,
        colour,
        weight,
        text);
  }
}
