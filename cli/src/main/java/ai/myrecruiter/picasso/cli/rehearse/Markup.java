package ai.myrecruiter.picasso.cli.rehearse;

/** Text inside of HTML and SVG. */
final class Markup {
  private Markup() {}

  /** The text with what HTML would read as markup replaced. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
