package ai.myrecruiter.picasso.workflows;

/**
 * One thing wrong with an input.
 *
 * @param path where: a JSON path such as {@code $.stages[1].weight}, or the name of an option
 * @param value what was there, shortened and without control characters
 * @param rule what must hold, such as {@code must be a number from 0.1 to 99}
 * @param fix what to do about it, as an order
 */
public record Finding(String path, String value, String rule, String fix) {
  private static final int LONGEST_VALUE = 80;

  /** Shortens the value, which may be anything a stranger sent. */
  public Finding {
    value = printable(value);
  }

  /** The finding on one line. */
  public String line() {
    return path + " = " + value + ": " + rule + "; " + fix;
  }

  /** The same finding when its document is the part at {@code parent} of a larger one. */
  public Finding under(String parent) {
    return new Finding(
        path.startsWith("$") ? parent + path.substring(1) : parent, value, rule, fix);
  }

  private static String printable(String value) {
    var end = value.length() <= LONGEST_VALUE ? value.length() : LONGEST_VALUE;
    var text = new StringBuilder(end + 3);
    for (var c : value.substring(0, end).toCharArray()) {
      text.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '?' : c);
    }
    return value.length() <= LONGEST_VALUE ? text.toString() : text.append("...").toString();
  }
}
