package ai.myrecruiter.picasso.tasks;

import ai.myrecruiter.picasso.workflows.PicassoException;

/** A service did not do what it normally does; the state machine tries the task again. */
public final class TransientFailure extends PicassoException {
  private static final long serialVersionUID = 1L;

  /** A failure of a service, in its own words, and what caused it. */
  public TransientFailure(String message, Throwable cause) {
    super("transient-failure", message);
    initCause(cause);
  }
}
