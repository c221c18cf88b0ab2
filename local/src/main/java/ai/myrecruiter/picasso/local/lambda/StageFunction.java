package ai.myrecruiter.picasso.local.lambda;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** A function: its present, its published versions and the names for them. */
final class StageFunction {
  final NavigableMap<Integer, FunctionVersion> versions = new TreeMap<>();
  final NavigableMap<String, Alias> aliases = new TreeMap<>();
  final NavigableMap<String, String> urls = new TreeMap<>();
  FunctionVersion latest;
  int lastVersion;
  int running;
  OptionalInt reservedConcurrency = OptionalInt.empty();

  StageFunction(FunctionVersion latest) {
    this.latest = latest;
  }

  String name() {
    return latest.settings().name();
  }

  Optional<FunctionVersion> version(String version) {
    if (version.equals(FunctionName.LATEST)) {
      return Optional.of(latest);
    }
    return version.matches("\\d{1,9}")
        ? Optional.ofNullable(versions.get(Integer.parseInt(version)))
        : Optional.empty();
  }

  FunctionVersion requireVersion(String version) {
    return version(version)
        .orElseThrow(() -> LambdaErrors.notFound("Function not found: " + latest.arn(version)));
  }

  Alias requireAlias(String alias) {
    var found = aliases.get(alias);
    if (found == null) {
      throw LambdaErrors.notFound("Cannot find alias arn: " + latest.arn(alias));
    }
    return found;
  }
}
