package ai.myrecruiter.picasso.runtime.jwt;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The rings as last read, for {@link Lifetimes#KEY_CACHE} at most: after that nothing is signed or
 * verified until they can be read again. An unknown key id forces a reading, one for all who wait,
 * at most every {@link Lifetimes#FORCED_REFRESH}, so that a flood of invented ids costs nothing.
 */
public final class KeyCache {
  private static final Duration EAGER = Lifetimes.KEY_CACHE.minusMinutes(1);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private final KeySource source;
  private final InstantSource clock;
  private final ReentrantLock reading = new ReentrantLock();
  private volatile @Nullable Reading last;
  private volatile Instant failedAt = Instant.MIN;
  private Instant forcedAt = Instant.MIN;
  private long readings;

  private record Reading(KeyRings rings, Instant at, long number) {
    boolean youngerThan(Duration age, Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(age));
    }
  }

  /** A cache that has read nothing yet. */
  public KeyCache(KeySource source, InstantSource clock) {
    this.source = source;
    this.clock = clock;
  }

  /**
   * The key that signs for a purpose.
   *
   * @throws TokensUnavailable if there are no rings that are young enough
   */
  public RingKey active(Purpose purpose) {
    return current().rings().ring(purpose).activeKey();
  }

  /**
   * A purpose's key of an id.
   *
   * @throws TokensUnavailable if there are no rings that are young enough
   */
  public Optional<RingKey> find(Purpose purpose, String kid) {
    var known = current();
    var key = known.rings().ring(purpose).find(kid);
    return key.isPresent() ? key : forced(known).flatMap(r -> r.rings().ring(purpose).find(kid));
  }

  private Reading current() {
    var now = clock.instant();
    var known = last;
    if (known != null && known.youngerThan(EAGER, now)) {
      return known;
    }
    if (known != null && known.youngerThan(Lifetimes.KEY_CACHE, now)) {
      return eagerly(known, now);
    }
    reading.lock();
    try {
      var latest = last;
      return latest != null && latest.youngerThan(Lifetimes.KEY_CACHE, now) ? latest : read(now);
    } finally {
      reading.unlock();
    }
  }

  /** Reads before it must; the others go on with what is known, and so does a failure. */
  private Reading eagerly(Reading known, Instant now) {
    if (!reading.tryLock()) {
      return known;
    }
    try {
      return read(now);
    } catch (TokensUnavailable stillYoungEnough) {
      return known;
    } finally {
      reading.unlock();
    }
  }

  private Optional<Reading> forced(Reading known) {
    reading.lock();
    try {
      var latest = last;
      if (latest != null && latest.number() != known.number()) {
        return Optional.of(latest);
      }
      var now = clock.instant();
      if (forcedAt.isAfter(now.minus(Lifetimes.FORCED_REFRESH))) {
        return Optional.empty();
      }
      forcedAt = now;
      return Optional.of(read(now));
    } catch (TokensUnavailable notNow) {
      return Optional.empty();
    } finally {
      reading.unlock();
    }
  }

  private Reading read(Instant now) {
    if (failedAt.isAfter(now.minus(PAUSE))) {
      throw new TokensUnavailable("the key rings could not be read a moment ago", null);
    }
    try {
      var fresh = new Reading(source.read(), now, ++readings);
      last = fresh;
      return fresh;
    } catch (TokensUnavailable e) {
      failedAt = now;
      throw e;
    }
  }
}
