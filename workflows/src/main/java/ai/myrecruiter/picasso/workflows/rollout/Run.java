package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;

/**
 * Which rollout a state is about: ids only, everything else is in its record.
 *
 * @param token the fencing token under which this execution owns the environment
 * @param candidate the version being rolled out, once it is known
 * @param companions the functions that are released together with this one
 */
public record Run(
    Environment environment,
    RolloutId rolloutId,
    String function,
    String alias,
    long token,
    Optional<VersionNumber> candidate,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Companion> companions) {
  /** Copies the names. */
  public Run {
    companions = List.copyOf(companions);
  }

  /**
   * A function that is released together with the first.
   *
   * @param function its name
   * @param target what to ask to know how it is: {@code NAME:VERSION} of its candidate, or its name
   *     alone until that is known
   */
  public record Companion(String function, String target) {
    private static Companion of(Member member) {
      var version = member.candidate().map(candidate -> ":" + candidate).orElse("");
      return new Companion(member.function(), member.function() + version);
    }
  }

  /** A run of one function. */
  public Run(
      Environment environment,
      RolloutId rolloutId,
      String function,
      String alias,
      long token,
      Optional<VersionNumber> candidate) {
    this(environment, rolloutId, function, alias, token, candidate, List.of());
  }

  /** The same run, now that the candidate is known. */
  public Run of(VersionNumber version) {
    return new Run(
        environment, rolloutId, function, alias, token, Optional.of(version), companions);
  }

  /** The same run, now that it is known what is released. */
  public Run of(Rollout rollout) {
    return new Run(
        environment,
        rolloutId,
        function,
        alias,
        token,
        rollout.candidate(),
        rollout.companions().stream().map(Companion::of).toList());
  }
}
