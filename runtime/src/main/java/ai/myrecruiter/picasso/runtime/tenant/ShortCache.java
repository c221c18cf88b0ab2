package ai.myrecruiter.picasso.runtime.tenant;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was read a moment ago, absence included, so that a flood of requests is not a flood of
 * reads. Bounded: the eldest goes first. A failed reading is not remembered.
 */
final class ShortCache<K, V> {
  private final InstantSource clock;
  private final Duration life;
  private final Map<K, Reading<V>> entries;

  private record Reading<V>(Optional<V> value, Instant readAt) {}

  ShortCache(InstantSource clock, Duration life, int most) {
    this.clock = clock;
    this.life = life;
    this.entries =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, Reading<V>> eldest) {
            return size() > most;
          }
        };
  }

  /** The value of a key, read if it is not known or too old. */
  Optional<V> get(K key, Function<K, Optional<V>> read) {
    var now = clock.instant();
    var known = peek(key);
    if (known.isPresent() && now.isBefore(known.get().readAt().plus(life))) {
      return known.get().value();
    }
    var value = read.apply(key);
    synchronized (entries) {
      entries.remove(key);
      entries.put(key, new Reading<>(value, now));
    }
    return value;
  }

  /** Forgets everything. */
  void clear() {
    synchronized (entries) {
      entries.clear();
    }
  }

  private Optional<Reading<V>> peek(K key) {
    synchronized (entries) {
      return Optional.ofNullable(entries.get(key));
    }
  }
}
