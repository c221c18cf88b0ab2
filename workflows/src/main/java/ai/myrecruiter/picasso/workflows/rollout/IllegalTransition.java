package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.PicassoException;

/** A step that a rollout's transition table does not allow; the record is unchanged. */
public final class IllegalTransition extends PicassoException {
  private final RolloutStatus from;
  private final RolloutStatus to;

  /** The refused pair. */
  IllegalTransition(RolloutStatus from, RolloutStatus to) {
    this(from, to, from.terminal() ? "it has ended" : "allowed from here: " + from.next());
  }

  /** The refused pair, and why. */
  IllegalTransition(RolloutStatus from, RolloutStatus to, String why) {
    super("illegal-transition", "a rollout in " + from + " cannot become " + to + "; " + why);
    this.from = from;
    this.to = to;
  }

  /** The status it has. */
  public RolloutStatus from() {
    return from;
  }

  /** The status it was to get. */
  public RolloutStatus to() {
    return to;
  }
}
