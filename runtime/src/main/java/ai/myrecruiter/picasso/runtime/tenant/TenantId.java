package ai.myrecruiter.picasso.runtime.tenant;

import java.util.regex.Pattern;

/**
 * A tenant's id: the leading key of everything that is stored for it.
 *
 * @param value 1 to 63 of a-z, 0-9 and hyphen, beginning with a letter or digit
 */
public record TenantId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  /** Refuses what is no id. */
  public TenantId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "tenant id of "
              + value.length()
              + " characters: use 1 to 63 of a-z, 0-9 and hyphen, beginning with a letter or"
              + " digit");
    }
  }
}
