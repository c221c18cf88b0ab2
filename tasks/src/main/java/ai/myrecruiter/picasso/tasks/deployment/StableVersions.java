package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.tasks.alias.AliasState;
import ai.myrecruiter.picasso.tasks.alias.WeightedAlias;
import ai.myrecruiter.picasso.workflows.stack.StableParameter;
import ai.myrecruiter.picasso.workflows.stack.StackChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** The versions that serve, for the parameters that stand for them. */
public final class StableVersions {
  /** What an alias says. */
  public record Served(StableParameter of, AliasState state) {}

  private StableVersions() {}

  /** What every alias of a change says. */
  public static List<Served> read(LambdaClient lambda, StackChange change) {
    return change.stable().stream()
        .map(it -> new Served(it, new WeightedAlias(lambda, it.function(), it.alias()).read()))
        .toList();
  }

  /** The version of each, by parameter. */
  public static Map<String, String> byParameter(LambdaClient lambda, StackChange change) {
    var versions = new HashMap<String, String>();
    read(lambda, change)
        .forEach(
            it -> versions.put(it.of().parameter(), it.state().weights().primary().toString()));
    return versions;
  }
}
