package ai.myrecruiter.picasso.runtime.bootstrap;

/**
 * A failure whose message may leave the function: it holds a stable code and nothing that a user
 * typed.
 */
public final class StreamFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** A failure with a stable code. */
  public StreamFailure(String code) {
    super(code);
  }
}
