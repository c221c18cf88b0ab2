package ai.myrecruiter.picasso.tasks.rollout;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.PicassoException;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;

/** There is no rollout of this id. */
public final class UnknownRollout extends PicassoException {
  private static final long serialVersionUID = 1L;

  /** Names what was looked for. */
  public UnknownRollout(Environment environment, RolloutId id) {
    super(
        "unknown-rollout",
        "Rollout "
            + id.toString()
            + " is not known in "
            + environment.value()
            + ". `picasso rollout list` shows those that are.");
  }
}
