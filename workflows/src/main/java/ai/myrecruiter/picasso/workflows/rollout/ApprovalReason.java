package ai.myrecruiter.picasso.workflows.rollout;

/** Why a person is asked. */
public enum ApprovalReason {
  /** The plan asks for consent before the stage starts. */
  BEFORE_STAGE,
  /** The stage, or the bake, could not be judged, and the plan says hold. */
  HELD
}
