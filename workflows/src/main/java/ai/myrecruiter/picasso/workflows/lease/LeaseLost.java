package ai.myrecruiter.picasso.workflows.lease;

import ai.myrecruiter.picasso.workflows.PicassoException;
import java.util.Optional;

/**
 * The environment is owned by another since, or by nobody; the one with the older token must not
 * act.
 */
public final class LeaseLost extends PicassoException {
  private final transient Optional<Holder> taker;

  LeaseLost(Lease lease, long token) {
    super(
        "lease-lost",
        "token %s no longer owns %s: the present token is %s, %s; stop, and see %s"
            .formatted(
                token,
                lease.environment(),
                lease.token(),
                lease.holder().map(h -> event(lease, h)).orElse("never owned"),
                lease
                    .holder()
                    .map(h -> "'picasso rollout status " + h.rollout() + "'")
                    .orElse("'picasso rollout list'")));
    this.taker = lease.holder();
  }

  /** Who owns it now, or owned it last. */
  public Optional<Holder> taker() {
    return taker;
  }

  private static String event(Lease lease, Holder holder) {
    return "%s by %s (%s) at %s"
        .formatted(
            lease.held() ? "taken" : "given up after it was taken",
            holder.name(),
            holder.executionArn(),
            holder.acquiredAt());
  }
}
