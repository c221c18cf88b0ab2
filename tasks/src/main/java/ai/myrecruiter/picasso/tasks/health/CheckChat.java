package ai.myrecruiter.picasso.tasks.health;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.health.CheckResult;
import java.util.List;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

/**
 * Whether the chat service answers: its health check, and a chat on the legacy route. Each question
 * is asked up to three times and one good answer is enough: this check tells whether the service
 * lives; how often it fails is the judge's to say.
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
      if (!answered(target, question)) {
        return new CheckResult(
            NAME,
            Verdict.FAIL,
            "%s:%s gave no good answer to the %s in %d attempts."
                .formatted(target.function(), target.qualifier(), question.name(), ATTEMPTS));
      }
    }
    return new CheckResult(
        NAME,
        Verdict.PASS,
        target.function() + ":" + target.qualifier() + " answers health check and chat.");
  }

  private boolean answered(HealthTarget target, Question question) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (isGood(ask(target, question))) {
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
}
