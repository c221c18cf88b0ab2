package ai.myrecruiter.picasso.cli.shell;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.contract.DurationText;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Values of options, read by the rules of the domain. */
public final class Options {
  private static final int LONGEST_NAME = 200;

  /** What Java says when the machine does not know the user. */
  private static final String NOBODY = "?";

  private Options() {}

  /**
   * What a reader makes of an option's text.
   *
   * @throws InvalidInput with the findings of the reader, under the option's name
   */
  public static <T> T read(String option, Supplier<T> reader) {
    try {
      return reader.get();
    } catch (InvalidInput refused) {
      throw new InvalidInput(
          refused.findings().stream().map(finding -> finding.under(option)).toList());
    }
  }

  /** The number of an option such as {@code --rps}. */
  public static double number(String option, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException malformed) {
      var value = text.isBlank() ? "nothing" : text;
      throw new InvalidInput(option, value, "must be a number", "write it like 0.5");
    }
  }

  /** The share of an option such as {@code --error-rate}: 0.001 or 0.1%. */
  public static double share(String option, String text) {
    return text.endsWith("%")
        ? number(option, text.substring(0, text.length() - 1)) / 100
        : number(option, text);
  }

  /** The time of an option such as {@code --timeout}; at least a second. */
  public static Duration duration(String option, String text) {
    return DurationText.parse(text)
        .filter(time -> time.compareTo(Duration.ofSeconds(1)) >= 0)
        .orElseThrow(() ->
            new InvalidInput(
                option, text, "must be a duration of a second or more", "write 90s, 10m or 1h30m"));
  }

  /**
   * The name of the person or pipeline behind a command: what {@code --by} says, else {@code
   * PICASSO_BY}, else the user's name.
   */
  public static String by(Optional<String> given, Shell shell) {
    var name =
        given
            .or(() -> shell.variable("PICASSO_BY"))
            .or(() -> Optional.of(shell.user()).filter(user -> !user.equals(NOBODY)))
            .orElse("");
    InvalidInput.unless(
        !name.isBlank() && name.length() <= LONGEST_NAME,
        "--by",
        name.isBlank() ? "nothing" : name,
        "must name a person or a pipeline in 1 to 200 characters",
        "give --by NAME or set PICASSO_BY");
    return name.strip();
  }
}
