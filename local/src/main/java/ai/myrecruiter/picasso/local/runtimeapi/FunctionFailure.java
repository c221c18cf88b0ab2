package ai.myrecruiter.picasso.local.runtimeapi;

/**
 * What a function, or the Runtime API about it, says of a failure.
 *
 * @param type such as a class name, or {@code Runtime.ExitError}
 * @param json errorType, errorMessage and stackTrace, or empty
 */
public record FunctionFailure(String type, String json) {}
