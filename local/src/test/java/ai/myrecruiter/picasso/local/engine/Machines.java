package ai.myrecruiter.picasso.local.engine;

/** Definitions that many tests share. */
public final class Machines {
  private Machines() {}

  /** A machine of one state, given without its End. */
  public static String single(String state) {
    return """
    {"StartAt": "Only", "States": {"Only": %s}}\
    """
        .formatted(state.strip().replaceFirst("\\}$", ", \"End\": true}"));
  }

  /** A task that invokes a function through the integration, with further fields. */
  public static String invoke(String function, String more) {
    return """
    {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
     "Parameters": {"FunctionName": "%s", "Payload.$": "$"}%s}\
    """
        .formatted(function, more.isEmpty() ? "" : ", " + more);
  }

  /** A task that gives its token to a function and waits, with further fields. */
  public static String await(String function, String more) {
    return """
    {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
     "Parameters": {"FunctionName": "%s", "Payload": {"token.$": "$$.Task.Token"}}%s}\
    """
        .formatted(function, more.isEmpty() ? "" : ", " + more);
  }

  /** A state with a catcher of everything that ends in a Pass. */
  public static String caught(String state, String errors) {
    return """
    {"StartAt": "Only", "States": {
      "Only": %s,
      "Caught": {"Type": "Pass", "End": true}}}\
    """
        .formatted(
            state
                .strip()
                .replaceFirst(
                    "\\}$",
                    ", \"End\": true, \"Catch\": [{\"ErrorEquals\": [\""
                        + errors
                        + "\"], \"Next\": \"Caught\"}]}"));
  }
}
