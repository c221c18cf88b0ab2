package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.jwt.TokenMetrics;
import ai.myrecruiter.picasso.runtime.telemetry.Measures;
import ai.myrecruiter.picasso.runtime.telemetry.Metric;
import ai.myrecruiter.picasso.runtime.tenant.CrossTenantAttempts;
import java.util.Collection;

/** Turns counts of the process into what one request did. */
final class TokenCounts {
  private final TokenMetrics metrics;
  private final CrossTenantAttempts attempts;

  TokenCounts(TokenMetrics metrics, CrossTenantAttempts attempts) {
    this.metrics = metrics;
    this.attempts = attempts;
  }

  /** The counts at one moment. */
  record Reading(long issued, long refreshed, long revoked, long rejected, long crossTenant) {
    /** Measures what was counted since an earlier reading. */
    void since(Reading before, Measures measures) {
      measures
          .count(Metric.CROSS_TENANT_ATTEMPTS, crossTenant - before.crossTenant)
          .count(Metric.TOKENS_ISSUED, issued - before.issued)
          .count(Metric.TOKENS_REFRESHED, refreshed - before.refreshed)
          .count(Metric.TOKENS_REVOKED, revoked - before.revoked)
          .count(Metric.TOKENS_REJECTED, rejected - before.rejected);
    }
  }

  Reading read() {
    var snapshot = metrics.snapshot();
    return new Reading(
        sum(snapshot.issued().values()),
        snapshot.refreshed(),
        sum(snapshot.revoked().values()),
        sum(snapshot.rejected().values()),
        attempts.count());
  }

  private static long sum(Collection<Long> counts) {
    return counts.stream().mapToLong(Long::longValue).sum();
  }
}
