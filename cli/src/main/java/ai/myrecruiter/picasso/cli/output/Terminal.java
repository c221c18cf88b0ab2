package ai.myrecruiter.picasso.cli.output;

import java.io.Console;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind standard output.
 *
 * @param interactive a person sits there: lines may be redrawn, questions may be asked
 * @param colours colours are wanted
 * @param width columns, 48 to 120
 */
public record Terminal(boolean interactive, boolean colours, int width) {
  /** A file, a pipe or a log. */
  public static final Terminal NONE = new Terminal(false, false, 80);

  private static final int NARROWEST = 48;
  private static final int WIDEST = 120;
  private static final int USUAL = 80;

  /** Keeps the width within what the views can use. */
  public Terminal {
    width = Math.clamp(width, NARROWEST, WIDEST);
  }

  /**
   * The terminal of a console and of the variables {@code TERM}, {@code NO_COLOR}, {@code COLUMNS}.
   */
  public static Terminal of(@Nullable Console console, Map<String, String> environment) {
    return of(console != null && console.isTerminal(), environment);
  }

  /** The terminal of these variables, if there is one. */
  static Terminal of(boolean present, Map<String, String> environment) {
    var capable = present && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    var plain = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Terminal(capable, capable && !plain, width(environment.getOrDefault("COLUMNS", "")));
  }

  private static int width(String columns) {
    return columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : USUAL;
  }
}
