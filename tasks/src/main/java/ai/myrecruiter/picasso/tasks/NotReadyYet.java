package ai.myrecruiter.picasso.tasks;

import ai.myrecruiter.picasso.workflows.PicassoException;

/** What the task waits for has not happened yet; the state machine asks again after a pause. */
public final class NotReadyYet extends PicassoException {
  private static final long serialVersionUID = 1L;

  /** Says what is awaited and how it stands. */
  public NotReadyYet(String message) {
    super("not-ready-yet", message);
  }
}
