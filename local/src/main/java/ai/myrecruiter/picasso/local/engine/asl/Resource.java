package ai.myrecruiter.picasso.local.engine.asl;

/** What a Task state does. */
public sealed interface Resource {
  /** A Lambda function by its ARN: the result is the function's answer and nothing else. */
  record Function(String arn) implements Resource {}

  /**
   * An optimised integration, {@code arn:aws:states:::service:action}.
   *
   * @param service such as {@code lambda}
   * @param action such as {@code invoke}, without the pattern
   * @param pattern when the task is done
   */
  record Integration(String service, String action, Pattern pattern) implements Resource {
    /** The resource as the history shows it, such as {@code startExecution.sync:2}. */
    public String resource() {
      return action + pattern.suffix();
    }
  }

  /** When the task of an integration is done. */
  enum Pattern {
    /** When the service has answered. */
    REQUEST_RESPONSE(""),
    /** When somebody has given the task token back. */
    WAIT_FOR_TASK_TOKEN(".waitForTaskToken"),
    /** When the job is over; its output is a string of JSON. */
    SYNC(".sync"),
    /** When the job is over; its output is JSON. */
    SYNC_2(".sync:2");

    private final String suffix;

    Pattern(String suffix) {
      this.suffix = suffix;
    }

    /** What follows the action in a resource. */
    public String suffix() {
      return suffix;
    }
  }
}
