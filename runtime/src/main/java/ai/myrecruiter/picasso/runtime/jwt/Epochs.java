package ai.myrecruiter.picasso.runtime.jwt;

/**
 * How often everything of a tenant and of a session was revoked, as numbers that only grow. A token
 * carries those of its issue and is void once either has grown.
 *
 * @param tenant zero if the tenant's tokens were never revoked
 * @param session zero if the session's never were
 */
public record Epochs(long tenant, long session) {
  /** Refuses negative epochs. */
  public Epochs {
    if (tenant < 0 || session < 0) {
      throw new IllegalArgumentException(
          "epochs %d and %d: an epoch is zero or more".formatted(tenant, session));
    }
  }
}
