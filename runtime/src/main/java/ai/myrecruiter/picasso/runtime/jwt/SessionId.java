package ai.myrecruiter.picasso.runtime.jwt;

import java.util.regex.Pattern;

/**
 * The session a token speaks for, its {@code sub}. An opaque id: no name, address or number of a
 * person may be in it.
 *
 * @param value 8 to 64 of A-Z, a-z, 0-9, hyphen and underscore
 */
public record SessionId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{8,64}");

  /** Refuses what is no session id. */
  public SessionId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "session id of "
              + value.length()
              + " characters: use 8 to 64 of A-Z, a-z, 0-9, hyphen and underscore");
    }
  }

  /** Whether a text is a session id. */
  static boolean fits(String value) {
    return FORM.matcher(value).matches();
  }
}
