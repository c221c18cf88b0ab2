package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.jwt.Latency;
import ai.myrecruiter.picasso.runtime.jwt.Purpose;
import ai.myrecruiter.picasso.runtime.jwt.TokenMetrics;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What this execution environment did with tokens since it began; the sums over all of them are the
 * metrics in CloudWatch. Over HTTP it takes a token to manage with: which tokens are refused and
 * why helps who tries to forge one.
 */
final class JwtMetrics implements Endpoint {
  private final Access access;
  private final TokenMetrics metrics;
  private final Instant since;

  JwtMetrics(Access access, TokenMetrics metrics, Instant since) {
    this.access = access;
    this.metrics = metrics;
    this.since = since;
  }

  @Override
  public Reply answer(Request request, Invocation invocation) throws Refusal {
    var _ = access.token(request, Purpose.MANAGE, access.tenant(request), invocation.measures());
    return Reply.ok(json());
  }

  ObjectNode json() {
    var snapshot = metrics.snapshot();
    var json = Reply.object().put("scope", "execution_environment").put("since", since.toString());
    put(json.putObject("issued"), snapshot.issued());
    json.put("verified", snapshot.verified()).put("refreshed", snapshot.refreshed());
    put(json.putObject("revoked"), snapshot.revoked());
    put(json.putObject("rejected"), snapshot.rejected());
    put(json.putObject("issue_latency"), snapshot.issueLatency());
    put(json.putObject("verify_latency"), snapshot.verifyLatency());
    return json;
  }

  private static void put(ObjectNode json, Map<? extends Enum<?>, Long> counts) {
    var sorted = new TreeMap<String, Long>();
    counts.forEach((what, count) -> sorted.put(what.name().toLowerCase(Locale.ROOT), count));
    sorted.forEach(json::put);
  }

  private static void put(ObjectNode json, Latency latency) {
    json.put("count", latency.count())
        .put("median_ms", latency.median().toNanos() / 1e6)
        .put("p99_ms", latency.p99().toNanos() / 1e6);
  }
}
