package ai.myrecruiter.picasso.workflows.rollout;

/** What a line of the timeline is about. */
public enum TimelineKind {
  /** The status changed. Kept before all others. */
  TRANSITION,
  /** Something worth knowing happened. */
  NOTE,
  /** The judge looked. The first to go when the timeline is full. */
  LOOK
}
