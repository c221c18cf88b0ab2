package ai.myrecruiter.picasso.local.engine;

import ai.myrecruiter.picasso.local.engine.StepFunctionsException.Code;
import java.util.regex.Pattern;

/** The names and ARNs of one account in one region. */
record Names(String account, String region) {
  private static final Pattern LEGAL =
      Pattern.compile("[^\\s<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/\\p{Cntrl}]{1,80}");

  private static final int KIND = 5;

  String stateMachine(String name) {
    return arn("stateMachine", checked(name));
  }

  String execution(String stateMachine, String name) {
    return arn("execution", stateMachine + ":" + checked(name));
  }

  /** Express executions may share a name; the last part tells them apart. */
  String express(String stateMachine, String name, String id) {
    return arn("express", stateMachine + ":" + checked(name) + ":" + id);
  }

  private String arn(String kind, String rest) {
    return "arn:aws:states:%s:%s:%s:%s".formatted(region, account, kind, rest);
  }

  private static String checked(String name) {
    if (!LEGAL.matcher(name).matches()) {
      throw new StepFunctionsException(
          Code.INVALID_NAME,
          "Invalid Name: '%s' (1 to 80 characters, no blanks, brackets or special characters)"
              .formatted(name));
    }
    return name;
  }

  /** Refuses a text that is not an ARN of a kind of resource. */
  static String check(String arn, String kind) {
    if (!arn.startsWith("arn:") || !arn.contains(":states:")) {
      throw new StepFunctionsException(
          Code.INVALID_ARN, "Invalid Arn: 'Invalid ARN prefix: " + arn + "'");
    }
    if (!arn.contains(":" + kind + ":")) {
      throw new StepFunctionsException(
          Code.INVALID_ARN,
          "Invalid Arn: 'Resource type not valid in this context: %s'".formatted(kindOf(arn)));
    }
    return arn;
  }

  private static String kindOf(String arn) {
    var parts = arn.split(":", -1);
    return parts.length > KIND ? parts[KIND] : arn;
  }
}
