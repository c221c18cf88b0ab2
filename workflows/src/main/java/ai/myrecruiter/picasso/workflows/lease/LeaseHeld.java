package ai.myrecruiter.picasso.workflows.lease;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.PicassoException;

/** Another rollout owns the environment. Nothing was changed. */
public final class LeaseHeld extends PicassoException {
  private final transient Holder owner;

  LeaseHeld(Environment environment, Holder owner) {
    super(
        "lease-held",
        (owner.deploys()
                ? "%1$s is owned by deployment %2$s of %3$s since %4$s; see it with"
                    + " 'picasso deploy show %2$s --env %1$s', wait for it, or go on with it by"
                    + " 'picasso deploy --env %1$s' if its terminal is gone"
                : "%1$s is owned by rollout %2$s of %3$s since %4$s; see it with"
                    + " 'picasso rollout status %2$s --env %1$s', wait for it, or end it with"
                    + " 'picasso rollout abort %2$s --env %1$s'")
            .formatted(environment, owner.rollout(), owner.name(), owner.acquiredAt()));
    this.owner = owner;
  }

  /** Who owns it. */
  public Holder owner() {
    return owner;
  }
}
