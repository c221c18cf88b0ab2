package ai.myrecruiter.picasso.local.engine.task;

/** An attempt that failed. */
public final class TaskFailure extends RuntimeException {
  private final String error;
  private final Stage stage;

  /** How far an attempt had come. */
  public enum Stage {
    /** It did not start; only for a failure that is thrown by the connector itself. */
    START,
    /** The service did not take the job or the token. */
    SUBMIT,
    /** The service failed, or the job did. */
    WORK
  }

  /**
   * A failure of the work.
   *
   * @param error the name that Retry and Catch match
   * @param cause what happened, often JSON
   */
  public TaskFailure(String error, String cause) {
    this(error, cause, Stage.WORK);
  }

  /** A failure at a stage. */
  public TaskFailure(String error, String cause, Stage stage) {
    super(cause, null, false, false);
    this.error = error;
    this.stage = stage;
  }

  /** How far the attempt had come. */
  public Stage stage() {
    return stage;
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
