package ai.myrecruiter.picasso.runtime.crac;

/** Resources failed at the restore; each failure is suppressed in this one. */
public final class RestoreException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A failure without detail of its own. */
  public RestoreException() {
    super("resources failed; see the suppressed exceptions");
  }
}
