package ai.myrecruiter.picasso.workflows.lease;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.util.Optional;

/**
 * The ownership of an environment. The token rises with every new owner and never falls, so that
 * whoever holds an older one can be told from the owner. The decisions are pure: the caller stores
 * the answer on condition that the stored token and {@code held} are still those it read.
 *
 * @param environment what is owned
 * @param token fencing token, 0 before the first owner
 * @param held whether it is owned now
 * @param holder who owns it, or owned it last; absent before the first owner
 */
public record Lease(Environment environment, long token, boolean held, Optional<Holder> holder) {
  /** Checks that token, holder and {@code held} agree. */
  public Lease {
    InvalidInput.unless(
        token >= 0 && holder.isPresent() == (token > 0) && (!held || token > 0),
        "$.token",
        token,
        "must be 0 before the first holder and above 0 after",
        "repair the item of this environment in the leases table");
  }

  /** The lease of an environment that has never been owned. */
  public static Lease never(Environment environment) {
    return new Lease(environment, 0, false, Optional.empty());
  }

  /**
   * The lease once a new owner has it; unchanged when the same execution owns it already.
   *
   * @throws LeaseHeld when another owns it
   */
  public Lease acquire(Holder applicant) {
    if (heldBy(applicant)) {
      return this;
    }
    if (held) {
      throw new LeaseHeld(environment, holder.orElseThrow());
    }
    return ownedBy(applicant);
  }

  /**
   * The lease once a rollback has taken it from whoever owned it; unchanged when it has already.
   */
  public Lease takeOver(Holder taker) {
    return heldBy(taker) ? this : ownedBy(taker);
  }

  /**
   * The lease once its owner has given it up; unchanged when it has already.
   *
   * @throws LeaseLost when the token is not the present one
   */
  public Lease release(long ownToken) {
    return checkToken(ownToken).held ? new Lease(environment, token, false, holder) : this;
  }

  /**
   * This lease, if the token still owns it.
   *
   * @throws LeaseLost when it does not
   */
  public Lease check(long ownToken) {
    if (!checkToken(ownToken).held) {
      throw new LeaseLost(this, ownToken);
    }
    return this;
  }

  private Lease checkToken(long ownToken) {
    if (ownToken != token) {
      throw new LeaseLost(this, ownToken);
    }
    return this;
  }

  private boolean heldBy(Holder someone) {
    return held && holder.orElseThrow().sameAs(someone);
  }

  private Lease ownedBy(Holder owner) {
    return new Lease(environment, token + 1, true, Optional.of(owner));
  }
}
