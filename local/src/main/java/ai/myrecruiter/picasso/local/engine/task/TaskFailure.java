package ai.myrecruiter.picasso.local.engine.task;

/** An attempt that failed. */
public final class TaskFailure extends RuntimeException {
  private final String error;

  /**
   * A failure.
   *
   * @param error the name that Retry and Catch match
   * @param cause what happened, often JSON
   */
  public TaskFailure(String error, String cause) {
    super(cause, null, false, false);
    this.error = error;
  }

  /** The name that Retry and Catch match. */
  public String error() {
    return error;
  }

  /** What happened. */
  public String cause() {
    return String.valueOf(getMessage());
  }
}
