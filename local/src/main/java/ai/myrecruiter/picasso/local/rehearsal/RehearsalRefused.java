package ai.myrecruiter.picasso.local.rehearsal;

import ai.myrecruiter.picasso.workflows.PicassoException;

/**
 * A plan whose rollouts can never get as far as a shift, so that there is nothing to rehearse. An
 * alarm that happens to ring is no such plan: that is an ending of a run.
 */
public final class RehearsalRefused extends PicassoException {
  private static final long serialVersionUID = 1L;

  RehearsalRefused(String why) {
    super(
        "rehearsal-refused",
        "The rehearsed rollout never sent traffic to the new version: "
            + why
            + " Correct the plan and rehearse it again.");
  }
}
