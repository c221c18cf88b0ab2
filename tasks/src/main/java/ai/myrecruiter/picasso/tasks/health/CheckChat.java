package ai.myrecruiter.picasso.tasks.health;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.health.CheckResult;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.ThrottleReason;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/**
 * Whether the chat service answers: its health check, and a chat on the legacy route. Of a function
 * that is released with it, only whether it answers a chat without a fault of its own: a refusal is
 * an answer, for what is asked has no token. Each question is asked up to three times and one good
 * answer is enough: this check tells whether the service lives; how often it fails is the judge's
 * to say.
 */
public final class CheckChat extends Task<HealthTarget, CheckResult> {
  private static final String NAME = "chat";
  private static final int ATTEMPTS = 3;
  private static final List<Question> QUESTIONS =
      List.of(
          new Question(
              "health check",
              """
              {"version":"2.0","rawPath":"/","rawQueryString":"action=health_check","headers":{"host":"health-validation"},"queryStringParameters":{"action":"health_check"},"requestContext":{"http":{"method":"GET","path":"/"}},"isBase64Encoded":false}
              """),
          new Question(
              "chat",
              """
              {"version":"2.0","rawPath":"/","headers":{"host":"health-validation"},"requestContext":{"http":{"method":"POST","path":"/"}},"body":"{\\"message\\":\\"ping\\"}","isBase64Encoded":false}
              """));
  private static final Pattern STATUS = Pattern.compile("\"statusCode\"\\s*:\\s*([0-9]{3})");
  private final Ports ports;

  /** For Lambda. */
  public CheckChat() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public CheckChat(Ports ports) {
    super(HealthTarget.class);
    this.ports = ports;
  }

  private record Question(String name, String payload) {}

  @Override
  protected CheckResult run(HealthTarget target) {
    for (var question : QUESTIONS) {
      if (!answered(target, question, CheckChat::isGood)) {
        return failed(target, question);
      }
    }
    for (var other : target.others()) {
      try {
        if (!answered(other, QUESTIONS.getLast(), CheckChat::isNoFault)) {
          return failed(other, QUESTIONS.getLast());
        }
      } catch (TooManyRequestsException refusal) {
        return shut(other, refusal);
      }
    }
    return new CheckResult(
        NAME,
        Verdict.PASS,
        target.asked()
            + " answers health check and chat."
            + target.others().stream()
                .map(other -> " " + other.asked() + " answers.")
                .collect(Collectors.joining()));
  }

  /** An alarm that contains shuts streaming: nobody can say how it would answer. */
  private static CheckResult shut(HealthTarget target, TooManyRequestsException refusal) {
    if (refusal.reason() != ThrottleReason.RESERVED_FUNCTION_CONCURRENT_INVOCATION_LIMIT_EXCEEDED) {
      throw refusal;
    }
    return new CheckResult(
        NAME,
        Verdict.INCONCLUSIVE,
        target.asked()
            + " takes no requests: its reserved concurrency is used up, or 0 as after an alarm that"
            + " shuts it.");
  }

  private static CheckResult failed(HealthTarget target, Question question) {
    return new CheckResult(
        NAME,
        Verdict.FAIL,
        "%s gave no good answer to the %s in %d attempts."
            .formatted(target.asked(), question.name(), ATTEMPTS));
  }

  private boolean answered(
      HealthTarget target, Question question, Predicate<InvokeResponse> isGood) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (isGood.test(ask(target, question))) {
        return true;
      }
    }
    return false;
  }

  private InvokeResponse ask(HealthTarget target, Question question) {
    return ports
        .lambda()
        .invoke(request ->
            request
                .functionName(target.function())
                .qualifier(target.qualifier())
                .payload(SdkBytes.fromUtf8String(question.payload())));
  }

  private static boolean isGood(InvokeResponse response) {
    if (response.functionError() != null) {
      return false;
    }
    try {
      return Contracts.tree(response.payload().asUtf8String()).path("statusCode").asInt() == 200;
    } catch (InvalidInput unreadable) {
      return false;
    }
  }

  /**
   * No error of the function, and no status of 500 or above where the answer begins with one: that
   * of a stream begins with its status and goes on with its body.
   */
  private static boolean isNoFault(InvokeResponse response) {
    if (response.functionError() != null) {
      return false;
    }
    var status = STATUS.matcher(response.payload().asUtf8String());
    return !status.find() || Integer.parseInt(status.group(1)) < 500;
  }
}
