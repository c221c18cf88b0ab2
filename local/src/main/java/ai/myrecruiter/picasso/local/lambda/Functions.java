package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.sdk.Ids;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Every function of the stage and the writes to it, by Lambda's rules. */
final class Functions {
  private final EventLoop loop;
  private final NavigableMap<String, StageFunction> functions = new TreeMap<>();

  Functions(EventLoop loop) {
    this.loop = loop;
  }

  Collection<StageFunction> all() {
    return functions.values();
  }

  StageFunction require(String name) {
    var function = functions.get(name);
    if (function == null) {
      throw LambdaErrors.notFound(
          "Function not found: " + new FunctionName(name, Optional.empty()).arn());
    }
    return function;
  }

  FunctionVersion create(FunctionSettings settings, Code code) {
    if (functions.containsKey(settings.name())) {
      throw LambdaErrors.conflict("Function already exist: " + settings.name());
    }
    var latest = revised(settings, code);
    functions.put(settings.name(), new StageFunction(latest));
    return latest;
  }

  private FunctionVersion revised(FunctionSettings settings, Code code) {
    return new FunctionVersion(
        settings, code, FunctionName.LATEST, Ids.uuid(loop.random()), loop.now());
  }

  FunctionVersion updateCode(String name, Code code, Optional<String> revisionId) {
    var function = require(name);
    checkRevision(function.latest, revisionId);
    function.latest = revised(function.latest.settings(), code);
    return function.latest;
  }

  FunctionVersion updateSettings(FunctionSettings settings, Optional<String> revisionId) {
    var function = require(settings.name());
    checkRevision(function.latest, revisionId);
    function.latest = revised(settings, function.latest.code());
    return function.latest;
  }

  /**
   * Publishes the function as it is; when nothing changed since the last version, gives that one.
   */
  FunctionVersion publish(
      String name,
      Optional<String> codeSha256,
      Optional<String> description,
      Optional<String> revisionId) {
    var function = require(name);
    var latest = function.latest;
    checkRevision(latest, revisionId);
    codeSha256.ifPresent(sha -> checkSha(latest, sha));
    var last = function.versions.get(function.lastVersion);
    if (last != null && last.sameAs(latest)) {
      return last;
    }
    int number = ++function.lastVersion;
    var settings = description.map(latest.settings()::withDescription).orElse(latest.settings());
    var published =
        new FunctionVersion(
            settings, latest.code(), Integer.toString(number), Ids.uuid(loop.random()), loop.now());
    function.versions.put(number, published);
    return published;
  }

  private static void checkSha(FunctionVersion latest, String sha) {
    if (!latest.code().sha256().equals(sha)) {
      throw LambdaErrors.invalid(
          "CodeSHA256 (%s) is different from current CodeSHA256 in $LATEST (%s). Please try again with the CodeSHA256 in $LATEST."
              .formatted(sha, latest.code().sha256()));
    }
  }

  private static void checkRevision(FunctionVersion latest, Optional<String> revisionId) {
    revisionId
        .filter(given -> !given.equals(latest.revisionId()))
        .ifPresent(given -> {
          throw LambdaErrors.staleRevision(latest.settings().name(), given, latest.revisionId());
        });
  }

  void delete(FunctionName name) {
    var function = require(name.name());
    if (name.qualifier().isEmpty()) {
      functions.remove(name.name());
      return;
    }
    var version = function.requireVersion(name.qualifier().get());
    if (version.version().equals(FunctionName.LATEST)) {
      throw LambdaErrors.invalid(
          "$LATEST version cannot be deleted without deleting the function.");
    }
    for (var alias : function.aliases.values()) {
      if (uses(alias.target(), version.version())) {
        throw LambdaErrors.conflict(
            "Version %s of %s is in use by alias %s: move the alias first"
                .formatted(version.version(), name.name(), alias.name()));
      }
    }
    function.versions.remove(Integer.valueOf(version.version()));
  }

  private static boolean uses(AliasTarget target, String version) {
    return target.version().equals(version)
        || target.additional().filter(share -> share.version().equals(version)).isPresent();
  }
}
