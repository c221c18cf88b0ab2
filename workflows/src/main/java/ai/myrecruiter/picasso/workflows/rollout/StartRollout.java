package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.stack.StackChange;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Input of the {@code rollout} state machine.
 *
 * @param environment where
 * @param rolloutId the new rollout's id, also the execution's name
 * @param function name of the function, 1 to 64 letters, digits, hyphens and underscores
 * @param alias name of the alias that is shifted, usually {@code live}
 * @param codeSha256 the code that is to be published, as Lambda names it; absent: whatever the
 *     function holds
 * @param version an already published version to roll out; absent: publish one
 * @param plan how
 * @param planDigest {@link Plan#digest()} of the plan: what was shown to the one who started it
 * @param startedBy name of the person or pipeline, 1 to 200 characters
 * @param change the stack that is changed before the version is published; absent: the code is
 *     there already
 */
public record StartRollout(
    Environment environment,
    RolloutId rolloutId,
    String function,
    String alias,
    Optional<String> codeSha256,
    Optional<VersionNumber> version,
    Plan plan,
    String planDigest,
    String startedBy,
    Optional<StackChange> change) {
  private static final Pattern FUNCTION = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern ALIAS = Pattern.compile("(?![0-9]+$)[A-Za-z0-9_-]{1,128}");

  /** Checks the names, and that the digest is the plan's. */
  public StartRollout {
    InvalidInput.unless(
        FUNCTION.matcher(function).matches(),
        "$.function",
        function,
        "must be a function name: 1 to 64 letters, digits, hyphens and underscores",
        "give the name without ARN and without alias");
    InvalidInput.unless(
        ALIAS.matcher(alias).matches(),
        "$.alias",
        alias,
        "must be an alias name: 1 to 128 letters, digits, hyphens and underscores, not a number",
        "use live");
    InvalidInput.unless(
        planDigest.equals(plan.digest()),
        "$.planDigest",
        planDigest,
        "must be the digest of the plan sent with it (" + plan.digest() + ")",
        "start again from the plan file");
    InvalidInput.unless(
        !startedBy.isBlank() && startedBy.length() <= 200,
        "$.startedBy",
        startedBy,
        "must be 1 to 200 characters",
        "say who starts the rollout");
  }

  /** A release of code that is there already. */
  public StartRollout(
      Environment environment,
      RolloutId rolloutId,
      String function,
      String alias,
      Optional<String> codeSha256,
      Optional<VersionNumber> version,
      Plan plan,
      String planDigest,
      String startedBy) {
    this(
        environment,
        rolloutId,
        function,
        alias,
        codeSha256,
        version,
        plan,
        planDigest,
        startedBy,
        Optional.empty());
  }

  /** The same release with a change of a stack before it. */
  public StartRollout after(StackChange stackChange) {
    return new StartRollout(
        environment,
        rolloutId,
        function,
        alias,
        codeSha256,
        version,
        plan,
        planDigest,
        startedBy,
        Optional.of(stackChange));
  }

  /** The first line of the timeline: what was asked. */
  Timeline opening(Instant at) {
    var sentence =
        "%s started the rollout of %s:%s in %s with plan %s"
            .formatted(startedBy, function, alias, environment, plan.name());
    return Timeline.EMPTY.plus(
        new TimelineEntry(at, TimelineKind.TRANSITION, RolloutStatus.ACCEPTED, sentence));
  }
}
