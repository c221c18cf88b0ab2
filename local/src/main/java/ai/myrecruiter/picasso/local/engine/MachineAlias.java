package ai.myrecruiter.picasso.local.engine;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;

/**
 * A name for one or two versions of a state machine.
 *
 * @param machineArn of the state machine, without a version
 * @param routes one, or two of different versions; their weights make 100
 */
public record MachineAlias(
    String machineArn,
    String name,
    String description,
    List<Route> routes,
    Instant creationDate,
    Instant updateDate) {
  private static final int ALL = 100;

  /**
   * A version's share of the executions.
   *
   * @param weight in percent, 0 to 100
   */
  public record Route(String versionArn, int weight) {}

  /** Copies and checks the routes. */
  public MachineAlias {
    routes = List.copyOf(routes);
    var versions = new HashSet<String>();
    routes.forEach(route -> versions.add(route.versionArn()));
    if (routes.isEmpty() || routes.size() > 2 || versions.size() != routes.size()) {
      throw Refusals.invalid(
          "routingConfiguration must name one version, or two that differ, not "
              + routes.stream().map(Route::versionArn).toList());
    }
    if (routes.stream().anyMatch(route -> route.weight() < 0)
        || routes.stream().mapToInt(Route::weight).sum() != ALL) {
      throw Refusals.invalid(
          "The weights of routingConfiguration must be 0 to 100 and make 100 together, not "
              + routes.stream().map(Route::weight).toList());
    }
  }

  /** The ARN that names this alias. */
  public String arn() {
    return machineArn + ":" + name;
  }

  /** Whether some of its executions run a version. */
  boolean uses(String versionArn) {
    return routes.stream().anyMatch(route -> route.versionArn().equals(versionArn));
  }

  /**
   * The version for one execution.
   *
   * @param draw a random number from 0 up to but not including 100
   */
  String choose(int draw) {
    return draw < routes.getFirst().weight()
        ? routes.getFirst().versionArn()
        : routes.getLast().versionArn();
  }
}
