package ai.myrecruiter.picasso.workflows.judge;

import java.util.Optional;

/**
 * One look: the cumulative sums of both versions since the first shift of the rollout. Sums, not
 * minutes, because Lambda stamps a metric at the start of the invocation and emits it at the end,
 * so that a timeout appears late in an old minute.
 *
 * @param stable the old version; absent when its metric is missing
 * @param candidate the new version; absent when its metric is missing
 */
public record CumulativeCounts(Optional<Tally> stable, Optional<Tally> candidate) {
  /** A look with both metrics there. */
  public static CumulativeCounts of(Tally stable, Tally candidate) {
    return new CumulativeCounts(Optional.of(stable), Optional.of(candidate));
  }

  boolean complete() {
    return stable.isPresent() && candidate.isPresent();
  }
}
