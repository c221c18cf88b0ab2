package ai.myrecruiter.picasso.runtime.tenant;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host as registered and compared: lower case, without port and without the root's dot.
 *
 * @param value 1 to 253 of a-z, 0-9, hyphen and dot, or an address in brackets
 */
public record HostName(String value) {
  private static final Pattern FORM =
      Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]{2,45}]");
  private static final Pattern PORT = Pattern.compile(":\\d{0,5}$");

  /** Refuses what is no host name. */
  public HostName {
    if (!FORM.matcher(value).matches() || value.contains("..")) {
      throw new IllegalArgumentException(
          "host name of "
              + value.length()
              + " characters: use a lower-case DNS name without port, or an address in brackets");
    }
  }

  /** As of the text; the one that a record makes is woven at run time, in every cold start. */
  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** The host of a Host header, with or without a port; empty if it is none. */
  public static Optional<HostName> parse(String header) {
    if (header.length() > 320) {
      return Optional.empty();
    }
    var host = PORT.matcher(header).replaceFirst("").toLowerCase(Locale.ROOT);
    if (host.endsWith(".")) {
      host = host.substring(0, host.length() - 1);
    }
    return FORM.matcher(host).matches() && !host.contains("..")
        ? Optional.of(new HostName(host))
        : Optional.empty();
  }
}
