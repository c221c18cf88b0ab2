package ai.myrecruiter.picasso.runtime.jwt;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what happens to tokens in this process. */
public final class TokenMetrics {
  private final Map<Purpose, LongAdder> issued = adders(Purpose.class);
  private final Map<Revocation, LongAdder> revoked = adders(Revocation.class);
  private final Map<Reason, LongAdder> rejected = adders(Reason.class);
  private final LongAdder verified = new LongAdder();
  private final LongAdder refreshed = new LongAdder();
  private final LatencyHistogram issueLatency = new LatencyHistogram();
  private final LatencyHistogram verifyLatency = new LatencyHistogram();

  /** What was revoked. */
  public enum Revocation {
    /** Everything of a tenant. */
    TENANT,
    /** Everything of a session. */
    SESSION,
    /** One token. */
    TOKEN,
    /** A refresh family. */
    FAMILY
  }

  /**
   * The counts since this process began.
   *
   * @param issued tokens by purpose
   * @param verified tokens that were good
   * @param refreshed refresh tokens that were good
   * @param revoked what was revoked, by kind
   * @param rejected refused tokens and refresh tokens, by reason
   * @param issueLatency our own time to issue, without reading the epochs
   * @param verifyLatency our own time to verify, without reading the revocations
   */
  public record Snapshot(
      Map<Purpose, Long> issued,
      long verified,
      long refreshed,
      Map<Revocation, Long> revoked,
      Map<Reason, Long> rejected,
      Latency issueLatency,
      Latency verifyLatency) {
    /** Copies the maps. */
    public Snapshot {
      issued = Map.copyOf(issued);
      revoked = Map.copyOf(revoked);
      rejected = Map.copyOf(rejected);
    }
  }

  /** The counts now; every purpose, kind and reason is there, zero or not. */
  public Snapshot snapshot() {
    return new Snapshot(
        sums(Purpose.class, issued),
        verified.sum(),
        refreshed.sum(),
        sums(Revocation.class, revoked),
        sums(Reason.class, rejected),
        issueLatency.read(),
        verifyLatency.read());
  }

  void issued(Purpose purpose, long nanos) {
    adder(issued, purpose).increment();
    issueLatency.record(nanos);
  }

  void verified() {
    verified.increment();
  }

  void verifyTook(long nanos) {
    verifyLatency.record(nanos);
  }

  void refreshed() {
    refreshed.increment();
  }

  void revoked(Revocation kind) {
    adder(revoked, kind).increment();
  }

  Rejection rejected(Reason reason) {
    adder(rejected, reason).increment();
    return new Rejection(reason);
  }

  private static <K extends Enum<K>> Map<K, LongAdder> adders(Class<K> kind) {
    var adders = new EnumMap<K, LongAdder>(kind);
    for (var each : kind.getEnumConstants()) {
      adders.put(each, new LongAdder());
    }
    return adders;
  }

  private static <K extends Enum<K>> LongAdder adder(Map<K, LongAdder> adders, K kind) {
    var adder = adders.get(kind);
    if (adder == null) {
      throw new IllegalStateException("no counter of " + kind);
    }
    return adder;
  }

  private static <K extends Enum<K>> Map<K, Long> sums(Class<K> kind, Map<K, LongAdder> adders) {
    var sums = new EnumMap<K, Long>(kind);
    adders.forEach((each, adder) -> sums.put(each, adder.sum()));
    return sums;
  }
}
