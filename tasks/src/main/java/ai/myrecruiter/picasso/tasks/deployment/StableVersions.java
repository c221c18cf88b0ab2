package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.alias.AliasState;
import ai.myrecruiter.picasso.tasks.alias.WeightedAlias;
import ai.myrecruiter.picasso.workflows.stack.StableParameter;
import ai.myrecruiter.picasso.workflows.stack.StackChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The versions that serve, for the parameters that stand for them. */
final class StableVersions {
  /** What an alias says. */
  record Served(StableParameter of, AliasState state) {}

  private StableVersions() {}

  static List<Served> read(Ports ports, StackChange change) {
    return change.stable().stream()
        .map(it ->
            new Served(it, new WeightedAlias(ports.lambda(), it.function(), it.alias()).read()))
        .toList();
  }

  /** The version of each, by parameter. */
  static Map<String, String> byParameter(Ports ports, StackChange change) {
    var versions = new HashMap<String, String>();
    read(ports, change)
        .forEach(
            it -> versions.put(it.of().parameter(), it.state().weights().primary().toString()));
    return versions;
  }
}
