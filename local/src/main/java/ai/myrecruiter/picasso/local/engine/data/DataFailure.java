package ai.myrecruiter.picasso.local.engine.data;

/**
 * Data that a state cannot work with: a path that finds nothing, an intrinsic function that refuses
 * its arguments, a result that has no place in the input.
 */
public final class DataFailure extends RuntimeException {
  private final String error;

  private DataFailure(String error, String problem) {
    super(problem, null, false, false);
    this.error = error;
  }

  /** A failure that the service calls {@code States.Runtime} and lets nothing catch. */
  public static DataFailure runtime(String problem) {
    return new DataFailure("States.Runtime", problem);
  }

  /** An intrinsic function that refused its arguments. */
  public static DataFailure intrinsic(String call, String problem) {
    return new DataFailure(
        "States.IntrinsicFailure",
        "The function '" + call + "' had the following error: " + problem);
  }

  /** A result that cannot be placed into a state's input. */
  public static DataFailure resultPath(String problem) {
    return new DataFailure("States.ResultPathMatchFailure", problem);
  }

  /** No rule of a Choice matched, and it has no default. */
  public static DataFailure noChoiceMatched() {
    return new DataFailure(
        "States.NoChoiceMatched",
        "Failed to transition out of the state. The state does not point to a next state.");
  }

  /** The error name that Retry and Catch match. */
  public String error() {
    return error;
  }

  /** What is wrong, in the words of the service. */
  public String problem() {
    return String.valueOf(getMessage());
  }
}
