package ai.myrecruiter.picasso.cli.rehearse;

import java.util.Locale;

/** A drawing as inline SVG; what its classes look like is in the report's style sheet. */
final class Svg {
  private final StringBuilder text = new StringBuilder();

  /** An empty drawing that says in words what it shows. */
  Svg(double width, double height, String title) {
    text.append("<svg viewBox=\"0 0 ").append(number(width)).append(' ').append(number(height));
    text.append("\" role=\"img\" aria-label=\"").append(Markup.escape(title)).append("\">");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private Svg attribute(String name, String value) {
    text.append(' ').append(name).append("=\"").append(Markup.escape(value)).append('"');
    return this;
  }

  private Svg attribute(String name, double value) {
    return attribute(name, number(value));
  }

  private Svg open(String element, String kind) {
    text.append('<').append(element);
    return attribute("class", kind);
  }

  private Svg close() {
    text.append("/>");
    return this;
  }

  Svg line(String kind, double x1, double y1, double x2, double y2) {
    return open("line", kind)
        .attribute("x1", x1)
        .attribute("y1", y1)
        .attribute("x2", x2)
        .attribute("y2", y2)
        .close();
  }

  Svg rectangle(String kind, double x, double y, double width, double height) {
    return open("rect", kind)
        .attribute("x", x)
        .attribute("y", y)
        .attribute("width", width)
        .attribute("height", height)
        .close();
  }

  /** Words at a place; {@code anchor} is start, middle or end. */
  Svg words(String kind, double x, double y, String anchor, String words) {
    open("text", kind).attribute("x", x).attribute("y", y).attribute("text-anchor", anchor);
    text.append('>').append(Markup.escape(words)).append("</text>");
    return this;
  }

  @Override
  public String toString() {
    return text + "</svg>";
  }
}
