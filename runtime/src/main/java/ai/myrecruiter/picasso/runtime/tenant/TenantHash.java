package ai.myrecruiter.picasso.runtime.tenant;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The public name of a tenant, which its pages carry. Everybody may know it; it proves nothing.
 *
 * @param value 8 to 64 lower-case hexadecimal digits
 */
public record TenantHash(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{8,64}");

  /** Refuses what is no hash. */
  public TenantHash {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "tenant hash of "
              + value.length()
              + " characters: use 8 to 64 lower-case hexadecimal digits");
    }
  }

  /** The hash in a client's text, if it is one. */
  public static Optional<TenantHash> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new TenantHash(text)) : Optional.empty();
  }
}
