package ai.myrecruiter.picasso.runtime.master;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A kind of bad input.
 *
 * @param routes those that it is bad for
 * @param status what they must answer
 * @param codes one of which they must answer with
 * @param make makes a good request bad
 */
record Bad(
    String name,
    Set<Route> routes,
    int status,
    Set<String> codes,
    UnaryOperator<TestRequest> make) {
  static final Set<Route> ALL = Set.of(Route.values());
  static final Set<Route> BUT_HEALTH = minus(Route.HEALTH_CHECK);

  /** Routes that read a body. */
  static final Set<Route> WITH_BODY =
      Set.of(Route.REFRESH_TOKEN, Route.REVOKE, Route.CHAT, Route.STATE_CLEAR);

  /** Routes that take a token to manage with. */
  static final Set<Route> MANAGED = Set.of(Route.JWT_METRICS, Route.REVOKE, Route.STATE_CLEAR);

  static Set<Route> minus(Route... routes) {
    var left = new TreeSet<>(ALL);
    left.removeAll(List.of(routes));
    return Set.copyOf(left);
  }
}
