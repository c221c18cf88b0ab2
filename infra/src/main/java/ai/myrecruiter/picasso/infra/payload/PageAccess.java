package ai.myrecruiter.picasso.infra.payload;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import java.util.List;

/** What the chat page may ask from a browser, by every way that leads to the payload. */
final class PageAccess {
  static final List<String> METHODS = List.of("GET", "POST");
  static final List<String> HEADERS =
      List.of("authorization", "content-type", "x-jwt-token", "x-tenant-hash");

  /** How long a browser remembers, in seconds. */
  static final int MAX_AGE = 300;

  private PageAccess() {}

  /** The origin of the page, and no other. */
  static List<String> origins(EnvironmentSettings settings) {
    return List.of("https://" + settings.domain());
  }
}
