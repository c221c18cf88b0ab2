package ai.myrecruiter.picasso.bench.engine;

/** State machines that are only as long as they are asked to be. */
final class Definitions {
  private static final String ROUND =
      """
      {"StartAt": "More", "States": {
        "More": {"Type": "Choice", "Default": "Done",
          "Choices": [{"Variable": "$.left", "NumericGreaterThan": 0, "Next": "%s"}]},
        %s,
        "Done": {"Type": "Succeed"}}}
      """;

  private Definitions() {}

  /** Pass states one after the other: a transition each. */
  static String chain(int states) {
    var text = new StringBuilder("{\"StartAt\": \"S0\", \"States\": {");
    for (int i = 0; i < states; i++) {
      var next = i + 1 == states ? "\"End\": true" : "\"Next\": \"S%d\"".formatted(i + 1);
      text.append(i == 0 ? "" : ",").append("\"S%d\": {\"Type\": \"Pass\", %s}".formatted(i, next));
    }
    return text.append("}}").toString();
  }

  /** A Choice and a Pass that counts down, in turns: two transitions a turn. */
  static String loop() {
    return ROUND.formatted(
        "Count",
        """
        "Count": {"Type": "Pass", "Next": "More",
          "Parameters": {"left.$": "States.MathAdd($.left, -1)"}}\
        """);
  }

  /** A Choice and a function that counts down, in turns: two transitions a turn. */
  static String tasks() {
    return ROUND.formatted(
        "Count",
        """
        "Count": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "More",
          "Parameters": {"FunctionName": "count", "Payload.$": "$"}, "OutputPath": "$.Payload",
          "TimeoutSeconds": 30,
          "Retry": [{"ErrorEquals": ["States.ALL"], "JitterStrategy": "FULL"}]}\
        """);
  }

  /** A Choice, a Parallel of two branches of one state, and a count down: five a turn. */
  static String branches() {
    return ROUND.formatted(
        "Both",
        """
        "Both": {"Type": "Parallel", "ResultPath": null, "Next": "Count", "Branches": [
          {"StartAt": "Left", "States": {"Left": {"Type": "Pass", "End": true}}},
          {"StartAt": "Right", "States": {"Right": {"Type": "Pass", "End": true}}}]},
        "Count": {"Type": "Pass", "Next": "More",
          "Parameters": {"left.$": "States.MathAdd($.left, -1)"}}\
        """);
  }
}
