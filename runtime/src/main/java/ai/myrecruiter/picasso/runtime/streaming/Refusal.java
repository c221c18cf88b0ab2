package ai.myrecruiter.picasso.runtime.streaming;

/** Ends a request before its stream begins. */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;
  private final ErrorCode code;

  /** A refusal with its code. */
  public Refusal(ErrorCode code) {
    super(code.code());
    this.code = code;
  }

  /** Why. */
  public ErrorCode code() {
    return code;
  }
}
