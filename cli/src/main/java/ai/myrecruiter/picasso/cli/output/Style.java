package ai.myrecruiter.picasso.cli.output;

/** The only place that knows colours. Without colours every method gives the text back. */
public record Style(boolean colours) {
  /** No colours. */
  public static final Style PLAIN = new Style(false);

  /** Stands out. */
  public String bold(String text) {
    return paint("1", text);
  }

  /** Stands back. */
  public String dim(String text) {
    return paint("2", text);
  }

  /** As it should be. */
  public String good(String text) {
    return paint("32", text);
  }

  /** Needs a look. */
  public String warn(String text) {
    return paint("33", text);
  }

  /** As it should not be. */
  public String bad(String text) {
    return paint("31", text);
  }

  private String paint(String code, String text) {
    return colours && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
