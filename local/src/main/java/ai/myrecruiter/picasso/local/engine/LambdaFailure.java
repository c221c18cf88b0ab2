package ai.myrecruiter.picasso.local.engine;

/** An invocation that the Lambda service refused: no function ran. */
public final class LambdaFailure extends RuntimeException {
  private final String errorCode;

  /**
   * A refusal.
   *
   * @param errorCode the error a state machine sees, such as {@code
   *     Lambda.ResourceNotFoundException} or {@code Lambda.TooManyRequestsException}
   * @param message what the service said of it
   */
  public LambdaFailure(String errorCode, String message) {
    super(message);
    this.errorCode = errorCode;
  }

  /** The error name that Retry and Catch match. */
  public String errorCode() {
    return errorCode;
  }

  /** What the service said of it. */
  public String explanation() {
    return String.valueOf(getMessage());
  }
}
