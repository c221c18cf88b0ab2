package ai.myrecruiter.picasso.runtime.bootstrap;

/** The Runtime API cannot be used any more; the process has to end, and Lambda starts another. */
public final class RuntimeApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RuntimeApiException(String message) {
    super(message);
  }

  RuntimeApiException(String message, Throwable cause) {
    super(message, cause);
  }
}
