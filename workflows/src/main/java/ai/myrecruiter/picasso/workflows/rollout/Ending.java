package ai.myrecruiter.picasso.workflows.rollout;

/** What became of the new version. */
public enum Ending {
  /** It serves everything. */
  PROMOTED,
  /** It was taken off the traffic. */
  ROLLED_BACK,
  /** It never got traffic. */
  REFUSED
}
