package ai.myrecruiter.picasso.runtime.master;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be asked of the master function, and by which HTTP methods. */
enum Route {
  HEALTH_CHECK("GET", "POST"),
  JWT_METRICS("GET"),
  ISSUE_TOKEN("POST"),
  REFRESH_TOKEN("POST"),
  REVOKE("POST"),
  CHAT("POST"),
  CONFIG("GET"),
  STATE_CLEAR("DELETE", "POST");

  private static final String CLEAR_PATH = "/state/clear";

  /** As the Allow header has them. */
  private final String methods;

  Route(String... methods) {
    this.methods = String.join(", ", methods);
  }

  /** The route of a request: by its path if that ends with {@code /state/clear}, else by action. */
  static Optional<Route> of(String path, Optional<String> action) {
    return path.endsWith(CLEAR_PATH)
        ? Optional.of(STATE_CLEAR)
        : named(action.orElse("chat")).filter(route -> route != STATE_CLEAR);
  }

  private static Optional<Route> named(String action) {
    return Stream.of(values()).filter(route -> route.action().equals(action)).findFirst();
  }

  String action() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean allows(String method) {
    return List.of(methods.split(", ", -1)).contains(method);
  }

  /**
   * Whether an answer takes a token that was verified.
   *
   * @param given whether the request shows one, which is never passed over
   */
  boolean needsToken(boolean given) {
    return switch (this) {
      case JWT_METRICS, REVOKE, STATE_CLEAR -> true;
      case CHAT, ISSUE_TOKEN -> given;
      case HEALTH_CHECK, REFRESH_TOKEN, CONFIG -> false;
    };
  }

  /** The value of the Allow header. */
  String allowed() {
    return methods;
  }
}
