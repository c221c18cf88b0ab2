package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.contract.KeepsText;
import ai.myrecruiter.picasso.workflows.environment.EnvironmentPolicy;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.stack.StackChange;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
 * @param companions functions that are released together with the first, at most 7, each with an
 *     alias of the same name: all get the same weight, and all are promoted or all go back
 * @param change the stack that is changed before the version is published; absent: the code is
 *     there already
 */
@KeepsText
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
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<FunctionRelease> companions,
    Optional<StackChange> change) {
  private static final int MOST_COMPANIONS = 7;
  private static final Pattern ALIAS = Pattern.compile("(?![0-9]+$)[A-Za-z0-9_-]{1,128}");

  /** Checks the names, and that the digest is the plan's. */
  public StartRollout {
    companions = List.copyOf(companions);
    checkFunctions(function, companions);
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

  /** A release of one function whose code is there already. */
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
        List.of(),
        Optional.empty());
  }

  /** The same release with a change of a stack before it. */
  public StartRollout after(StackChange stackChange) {
    return with(companions, Optional.of(stackChange));
  }

  /** The same release with functions that go with it. */
  public StartRollout together(List<FunctionRelease> others) {
    return with(others, change);
  }

  /** The same release under what its environment demands. */
  public StartRollout under(EnvironmentPolicy policy) {
    return with(companions, change, policy.demandedOf(plan));
  }

  private StartRollout with(List<FunctionRelease> others, Optional<StackChange> stackChange) {
    return with(others, stackChange, plan);
  }

  private StartRollout with(
      List<FunctionRelease> others, Optional<StackChange> stackChange, Plan demanded) {
    return new StartRollout(
        environment,
        rolloutId,
        function,
        alias,
        codeSha256,
        version,
        demanded,
        demanded.digest(),
        startedBy,
        others,
        stackChange);
  }

  private static void checkFunctions(String function, List<FunctionRelease> companions) {
    InvalidInput.unless(
        companions.size() <= MOST_COMPANIONS,
        "$.companions",
        companions.size(),
        "must be at most " + MOST_COMPANIONS,
        "release fewer functions together");
    var names = new HashSet<>(List.of(FunctionRelease.ofCode(function).function()));
    for (var i = 0; i < companions.size(); i++) {
      var name = companions.get(i).function();
      InvalidInput.unless(
          names.add(name),
          "$.companions[" + i + "].function",
          name,
          "must be another function than those before it",
          "name each function once");
    }
  }

  /** What is released of each function, in the order in which their aliases are written. */
  public List<FunctionRelease> releases() {
    var releases = new ArrayList<FunctionRelease>();
    releases.add(new FunctionRelease(function, codeSha256, version));
    releases.addAll(companions);
    return releases;
  }

  /** Names of all functions, for a person. */
  public String functions() {
    return releases().stream()
        .map(release -> release.function() + ":" + alias)
        .collect(Collectors.joining(" and "));
  }

  /** The first line of the timeline: what was asked. */
  Timeline opening(Instant at) {
    var sentence =
        "%s started the rollout of %s in %s with plan %s"
            .formatted(startedBy, functions(), environment, plan.name());
    return Timeline.EMPTY.plus(
        new TimelineEntry(at, TimelineKind.TRANSITION, RolloutStatus.ACCEPTED, sentence));
  }
}
