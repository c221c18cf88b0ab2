package ai.myrecruiter.picasso.runtime.telemetry;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An identifier that a machine made up: a UUID, or 16 to 64 hexadecimal digits of which at least
 * one is a letter. No name, date or number of a person has this form.
 *
 * @param value in lower case
 */
public record OpaqueId(String value) {
  private static final Pattern FORM =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
              + "|(?=[0-9]*[a-f])[0-9a-f]{16,64}");

  /**
   * Checks the form; the message does not repeat a value that may be anything.
   *
   * @throws IllegalArgumentException naming rule and fix
   */
  public OpaqueId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "an id of %d characters is not a UUID or 16 to 64 hexadecimal digits: make one at random"
              .formatted(value.length()));
    }
  }

  /** The id, if the text has its form. */
  public static Optional<OpaqueId> of(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new OpaqueId(text)) : Optional.empty();
  }
}
