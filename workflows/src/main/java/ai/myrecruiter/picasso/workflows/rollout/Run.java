package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import java.util.Optional;

/**
 * Which rollout a state is about: ids only, everything else is in its record.
 *
 * @param token the fencing token under which this execution owns the environment
 * @param candidate the version being rolled out, once it is known
 */
public record Run(
    Environment environment,
    RolloutId rolloutId,
    String function,
    String alias,
    long token,
    Optional<VersionNumber> candidate) {
  /** The same run, now that the candidate is known. */
  public Run of(VersionNumber version) {
    return new Run(environment, rolloutId, function, alias, token, Optional.of(version));
  }
}
