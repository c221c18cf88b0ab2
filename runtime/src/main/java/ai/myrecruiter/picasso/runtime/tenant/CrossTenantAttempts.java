package ai.myrecruiter.picasso.runtime.tenant;

import java.util.concurrent.atomic.LongAdder;

/** Counts requests that touched a tenant that is not theirs; the alarm stands at one. */
public final class CrossTenantAttempts {
  private final LongAdder count = new LongAdder();

  /** Counts one more. */
  public void add() {
    count.increment();
  }

  /** Attempts since this process began. */
  public long count() {
    return count.sum();
  }
}
