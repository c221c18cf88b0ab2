package ai.myrecruiter.picasso.workflows;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The number of a published version, 1 or more. Never {@code $LATEST}: that is not a version but a
 * workbench, and an alias that splits traffic cannot point at it.
 *
 * @param value 1 or more
 */
public record VersionNumber(long value) implements Comparable<VersionNumber> {
  private static final int MOST_DIGITS = 18;
  private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]*");

  /** Refuses numbers below 1. */
  public VersionNumber {
    InvalidInput.unless(
        value >= 1,
        "version",
        value,
        "must be 1 or more",
        "give the number of a published version");
  }

  /** The version of a text such as {@code 3}, which is how Lambda writes it. */
  @JsonCreator
  public static VersionNumber parse(String text) {
    var digits = text.length() <= MOST_DIGITS && DIGITS.matcher(text).matches();
    InvalidInput.unless(
        digits,
        "version",
        text,
        "must be the number of a published version, 1 or more",
        text.equals("$LATEST") ? "publish a version first" : "see the function's versions");
    return new VersionNumber(Long.parseLong(text));
  }

  @Override
  public int compareTo(VersionNumber other) {
    return Long.compare(value, other.value);
  }

  /** The digits, as Lambda writes them. */
  @JsonValue
  @Override
  public String toString() {
    return Long.toString(value);
  }
}
