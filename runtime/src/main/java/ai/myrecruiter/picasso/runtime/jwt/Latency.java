package ai.myrecruiter.picasso.runtime.jwt;

import java.time.Duration;

/**
 * How long something took, since this process began.
 *
 * @param count how often it was measured
 * @param median at most nine per cent too high; zero if nothing was measured
 * @param p99 the 99th percentile, likewise
 */
public record Latency(long count, Duration median, Duration p99) {}
