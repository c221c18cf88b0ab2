package ai.myrecruiter.picasso.runtime.crac;

/** Resources failed at the snapshot; each failure is suppressed in this one. */
public final class CheckpointException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A failure without detail of its own. */
  public CheckpointException() {
    super("resources failed; see the suppressed exceptions");
  }
}
