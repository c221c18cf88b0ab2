package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the alias itself remembers of its rollout, in its description, so that a rollback can find
 * the stable version with nothing but the alias. Every write changes the alias's revision.
 *
 * @param token fencing token of the writer
 * @param stable the version to go back to
 * @param candidate the version being rolled out
 * @param rollout the rollout that wrote it
 * @param previous the version that was stable before this one was released; only in the memory of a
 *     release whose bake is over, which may still be half way through its functions
 */
public record AliasMemory(
    long token,
    VersionNumber stable,
    Optional<VersionNumber> candidate,
    RolloutId rollout,
    Optional<VersionNumber> previous) {
  private static final int LONGEST = 256;
  private static final Pattern FORM =
      Pattern.compile(
          "picasso token=([0-9]{1,18}) stable=([1-9][0-9]{0,17})"
              + " candidate=([1-9][0-9]{0,17}|-) rollout=([a-z0-9][a-z0-9-]{2,63})"
              + "(?: previous=([1-9][0-9]{0,17}))?");

  /** Refuses negative tokens. */
  public AliasMemory {
    InvalidInput.unless(
        token >= 0, "$.token", token, "must be 0 or more", "use the token of the lease");
  }

  /** The memory of an alias that nothing was released on by this write. */
  public AliasMemory(
      long token, VersionNumber stable, Optional<VersionNumber> candidate, RolloutId rollout) {
    this(token, stable, candidate, rollout, Optional.empty());
  }

  /** The memory of an alias whose candidate has become the stable version. */
  public static AliasMemory released(
      long token, VersionNumber stable, VersionNumber previous, RolloutId rollout) {
    return new AliasMemory(token, stable, Optional.empty(), rollout, Optional.of(previous));
  }

  /** The memory in a description; empty for any text that a rollout did not write. */
  public static Optional<AliasMemory> parse(String description) {
    if (description.length() > LONGEST) {
      return Optional.empty();
    }
    var match = FORM.matcher(description.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    var candidate = match.group(3);
    return Optional.of(
        new AliasMemory(
            Long.parseLong(match.group(1)),
            VersionNumber.parse(match.group(2)),
            candidate.equals("-") ? Optional.empty() : Optional.of(VersionNumber.parse(candidate)),
            new RolloutId(match.group(4)),
            Optional.ofNullable(match.group(5)).map(VersionNumber::parse)));
  }

  /** The description, at most 256 characters. */
  public String format() {
    return "picasso token=%s stable=%s candidate=%s rollout=%s%s"
        .formatted(
            token,
            stable,
            candidate.map(VersionNumber::toString).orElse("-"),
            rollout,
            previous.map(version -> " previous=" + version).orElse(""));
  }
}
