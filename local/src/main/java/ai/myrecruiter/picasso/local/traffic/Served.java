package ai.myrecruiter.picasso.local.traffic;

import java.time.Instant;
import java.util.Optional;

/**
 * What one version served, as its clients saw it.
 *
 * @param requests first attempts that were answered
 * @param bad those of them that failed: 500 and above, 429, or no answer
 * @param firstBad when the first of these was answered
 */
public record Served(long requests, long bad, Optional<Instant> firstBad) {
  /** Nothing. */
  public static final Served NOTHING = new Served(0, 0, Optional.empty());

  Served plus(boolean good, Instant at) {
    return good
        ? new Served(requests + 1, bad, firstBad)
        : new Served(requests + 1, bad + 1, firstBad.or(() -> Optional.of(at)));
  }
}
