package ai.myrecruiter.picasso.cli.rollout;

import ai.myrecruiter.picasso.cli.Backend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The product's state machines, whose functions are called by their names alone. */
final class Machines {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{([A-Za-z]+)(Function|StateMachine)Arn}");

  private Machines() {}

  /** The machine {@code rollout} as it is deployed. */
  static String rollout() {
    try (var in =
        Objects.requireNonNull(
            Machines.class.getResourceAsStream("/statemachines/rollout.asl.json"))) {
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return PLACEHOLDER.matcher(text).replaceAll(Machines::name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(java.util.regex.MatchResult placeholder) {
    var kebab =
        placeholder
            .group(1)
            .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
            .toLowerCase(java.util.Locale.ROOT);
    return Matcher.quoteReplacement(
        placeholder.group(2).equals("Function") ? kebab : Backend.arn("picasso-staging-" + kebab));
  }

  /** A machine that waits for an hour. */
  static String waiting() {
    return """
    {"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":3600,"End":true}}}
    """;
  }

  /** A machine that asks a person and weighs the answer, by the product's own handlers. */
  static String asking() {
    return """
    {"StartAt":"RequestApproval","States":{
      "RequestApproval":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken",
        "Parameters":{"FunctionName":"request-approval",
          "Payload":{"run.$":"$.run","next.$":"$.next","taskToken.$":"$$.Task.Token"}},
        "TimeoutSeconds":600,"ResultPath":"$.approval","Next":"VerifyApproval"},
      "VerifyApproval":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
        "Parameters":{"FunctionName":"verify-approval",
          "Payload":{"run.$":"$.run","next.$":"$.next","approval.$":"$.approval"}},
        "OutputPath":"$.Payload","Next":"Again"},
      "Again":{"Type":"Choice","Default":"Done",
        "Choices":[{"Variable":"$.next.step","StringEquals":"approve","Next":"RequestApproval"}]},
      "Done":{"Type":"Succeed"}}}
    """;
  }

  /** A machine of one function. */
  static String calling(String function) {
    return """
    {"StartAt":"Call","States":{"Call":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
      "Parameters":{"FunctionName":"%s","Payload.$":"$"},"End":true}}}
    """
        .formatted(function);
  }
}
