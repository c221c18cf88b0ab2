package ai.myrecruiter.picasso.runtime.master;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request, whichever event brought it.
 *
 * @param method as sent
 * @param path without query
 * @param headers by name in lower case
 * @param query by name; of a repeated name the last
 * @param body its bytes as they came, if there were any
 * @param address of the client, as the edge saw it; empty if it did not say
 */
record Request(
    String method,
    String path,
    Map<String, String> headers,
    Map<String, String> query,
    Optional<byte[]> body,
    String address) {
  private static final String BEARER = "bearer ";

  /** Copies the maps. */
  Request {
    headers = Map.copyOf(headers);
    query = Map.copyOf(query);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** The compact token, from its own header or as a bearer. */
  Optional<String> token() {
    return header("x-jwt-token")
        .or(() ->
            header("authorization")
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).strip()));
  }
}
