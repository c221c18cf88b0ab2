package ai.myrecruiter.picasso.runtime.tenant;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The hosts that serve every tenant: the Function URL, API Gateway, loopback on the local stage. A
 * request through any host that is neither here nor a tenant's own is refused.
 */
public final class SharedHosts {
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private final List<String> entries;

  private SharedHosts(List<String> entries) {
    this.entries = entries;
  }

  /**
   * The hosts of {@code PICASSO_SHARED_HOSTS}.
   *
   * @param list host names and suffixes beginning with a dot, separated by commas, such as {@code
   *     chat.example.org, .lambda-url.us-east-1.on.aws}; may be blank
   * @throws IllegalArgumentException on an entry that is neither
   */
  public static SharedHosts parse(String list) {
    var entries = list.isBlank() ? List.<String>of() : Arrays.asList(COMMA.split(list.strip(), -1));
    for (var entry : entries) {
      var _ = new HostName(entry.startsWith(".") ? entry.substring(1) : entry);
    }
    return new SharedHosts(List.copyOf(entries));
  }

  /** Whether a host serves every tenant. */
  boolean contains(HostName host) {
    return entries.stream()
        .anyMatch(entry ->
            entry.startsWith(".") ? host.value().endsWith(entry) : host.value().equals(entry));
  }
}
