package ai.myrecruiter.picasso.runtime.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The headers of an event, by their names in lower case. Those that say who asks must stand once:
 * of two, two readers would take different ones.
 */
public final class AskingHeaders {
  private static final Set<String> SINGLE =
      Set.of("host", "x-tenant-hash", "x-jwt-token", "authorization");

  private AskingHeaders() {}

  /** The headers that are texts; nothing when one that says who asks stands twice. */
  public static Optional<Map<String, String>> read(JsonNode given) {
    var headers = new HashMap<String, String>();
    for (var header : given.properties()) {
      var name = header.getKey().toLowerCase(Locale.ROOT);
      if (header.getValue().isTextual()
          && headers.put(name, header.getValue().asText()) != null
          && SINGLE.contains(name)) {
        return Optional.empty();
      }
    }
    return Optional.of(headers);
  }

  /** Whether a header that says who asks has several values; payload 1.0 lists all of each. */
  public static boolean areAmbiguous(JsonNode lists) {
    return lists.properties().stream()
        .anyMatch(header ->
            SINGLE.contains(header.getKey().toLowerCase(Locale.ROOT))
                && header.getValue().size() > 1);
  }
}
