package ai.myrecruiter.picasso.runtime.master;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many tokens one address may get in a minute from one execution environment. Addresses are
 * kept in memory only, for that minute, and written nowhere.
 */
final class IssueLimit {
  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MOST_ADDRESSES = 10_000;

  private final InstantSource clock;
  private final int limit;
  private final Map<String, Window> windows =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
          return size() > MOST_ADDRESSES;
        }
      };

  private record Window(Instant end, int count) {}

  /**
   * A limit.
   *
   * @param limit tokens a minute and address, at least 1
   */
  IssueLimit(InstantSource clock, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException(
          "limit of %d tokens a minute: give 1 or more, or nobody can chat".formatted(limit));
    }
    this.clock = clock;
    this.limit = limit;
  }

  /** Counts a token and says whether it may be issued. */
  synchronized boolean take(String address) {
    var now = clock.instant();
    var window = windows.get(address);
    if (window == null || !window.end().isAfter(now)) {
      windows.remove(address);
      windows.put(address, new Window(now.plus(WINDOW), 1));
      return true;
    }
    if (window.count() >= limit) {
      return false;
    }
    windows.put(address, new Window(window.end(), window.count() + 1));
    return true;
  }
}
