package ai.myrecruiter.picasso.local.traffic;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Counts answers by version; from any thread. */
final class Tallies {
  private final Map<String, Served> served = new ConcurrentHashMap<>();

  void count(String version, boolean good, Instant at) {
    served.merge(version, Served.NOTHING.plus(good, at), (before, one) -> before.plus(good, at));
  }

  Map<String, Served> byVersion() {
    return new TreeMap<>(served);
  }
}
