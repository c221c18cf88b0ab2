package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.sdk.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The writes to aliases, by Lambda's rules: compare-and-set, and weights that can be served. */
final class Aliases {
  private final EventLoop loop;
  private final Functions functions;
  private final List<Runnable> listeners = new ArrayList<>();

  Aliases(EventLoop loop, Functions functions) {
    this.loop = loop;
    this.functions = functions;
  }

  Alias create(String function, String name, AliasTarget target, String description) {
    var owner = functions.require(function);
    if (!name.matches("[a-zA-Z0-9_-]{1,128}") || name.matches("\\d+")) {
      throw LambdaErrors.invalid(
          "alias name '%s' is not letters, digits, hyphens or underscores, and not all digits"
              .formatted(name));
    }
    if (owner.aliases.containsKey(name)) {
      throw LambdaErrors.conflict("Alias already exists: " + owner.latest.arn(name));
    }
    return write(owner, name, target, description);
  }

  /** Changes what is given and keeps the rest, if the alias is still as the caller read it. */
  Alias update(String function, String name, AliasChange change) {
    var owner = functions.require(function);
    var old = owner.requireAlias(name);
    change
        .revisionId()
        .filter(given -> !given.equals(old.revisionId()))
        .ifPresent(given -> {
          throw LambdaErrors.staleRevision("alias " + name, given, old.revisionId());
        });
    var target =
        AliasTarget.of(
            change.version().orElse(old.target().version()),
            change.weights().orElse(old.target().weights()));
    return write(owner, name, target, change.description().orElse(old.description()));
  }

  void beforeChange(Runnable listener) {
    listeners.add(listener);
  }

  private Alias write(StageFunction owner, String name, AliasTarget target, String description) {
    check(owner, target);
    if (description.length() > 256) {
      throw LambdaErrors.invalid(
          "description of alias %s has %d characters, at most 256"
              .formatted(name, description.length()));
    }
    listeners.forEach(Runnable::run);
    var alias = new Alias(name, target, description, Ids.uuid(loop.random()));
    owner.aliases.put(name, alias);
    return alias;
  }

  private static void check(StageFunction owner, AliasTarget target) {
    var main = owner.requireVersion(target.version());
    var share = target.additional();
    if (share.isEmpty()) {
      return;
    }
    var other = owner.requireVersion(share.get().version());
    double weight = share.get().weight();
    if (!(weight >= 0 && weight <= 1)) {
      throw LambdaErrors.invalid(
          "weight %s of version %s is not between 0.0 and 1.0".formatted(weight, other.version()));
    }
    if (main.version().equals(FunctionName.LATEST) || other.version().equals(FunctionName.LATEST)) {
      throw LambdaErrors.invalid(
          "$LATEST is not supported for an alias pointing to more than 1 version");
    }
    if (main.version().equals(other.version())) {
      throw LambdaErrors.invalid(
          "additional version %s is the alias's main version: give another"
              .formatted(main.version()));
    }
    checkAlike("execution role", main.settings().role(), other.settings().role());
    checkAlike(
        "dead-letter queue",
        main.settings().deadLetterTarget().orElse("none"),
        other.settings().deadLetterTarget().orElse("none"));
  }

  private static void checkAlike(String what, String main, String other) {
    if (!main.equals(other)) {
      throw LambdaErrors.invalid(
          "versions of one alias must have the same %s: %s and %s differ"
              .formatted(what, main, other));
    }
  }

  void delete(String function, String name) {
    functions.require(function).aliases.remove(name);
  }

  /** The version that an invocation of the target runs, by chance where the target is split. */
  String choose(AliasTarget target) {
    Optional<AliasTarget.Share> share = target.additional();
    if (share.isPresent() && loop.random().nextDouble() < share.get().weight()) {
      return share.get().version();
    }
    return target.version();
  }
}
