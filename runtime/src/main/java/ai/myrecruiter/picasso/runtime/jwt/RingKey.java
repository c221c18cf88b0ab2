package ai.myrecruiter.picasso.runtime.jwt;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key in a ring.
 *
 * @param kid its id, 1 to 64 of A-Z, a-z, 0-9, dot, hyphen and underscore; never used again
 * @param material the key and the algorithm it is pinned to
 * @param notBefore from when it may sign
 * @param retireAt from when no verifier takes it; empty until it is replaced
 */
public record RingKey(
    String kid, KeyMaterial material, Instant notBefore, Optional<Instant> retireAt) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  /** Refuses a bad id and a key that retires before it begins. */
  public RingKey {
    if (!FORM.matcher(kid).matches()) {
      throw new IllegalKeyRing(
          "illegal-key",
          "kid of %d characters: use 1 to 64 of A-Z, a-z, 0-9, dot, hyphen and underscore"
              .formatted(kid.length()));
    }
    if (retireAt.isPresent() && !retireAt.get().isAfter(notBefore)) {
      throw new IllegalKeyRing(
          "illegal-key",
          "key %s retires at %s, but begins at %s: retireAt must be after notBefore"
              .formatted(kid, retireAt.get(), notBefore));
    }
  }

  /** A new key for ES256. */
  public static RingKey generate(String kid, Instant notBefore, SecureRandom random) {
    return new RingKey(kid, JwkReading.generate(random), notBefore, Optional.empty());
  }

  /** Whether tokens of this key are taken now, clocks being apart by {@code skew} at most. */
  boolean inForce(Instant now, Duration skew) {
    return !now.plus(skew).isBefore(notBefore) && retireAt.map(now::isBefore).orElse(true);
  }

  RingKey retiring(Instant at) {
    return new RingKey(kid, material, notBefore, Optional.of(at));
  }

  RingKey publicHalf() {
    return new RingKey(kid, material.publicHalf(), notBefore, retireAt);
  }
}
