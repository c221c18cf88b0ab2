package ai.myrecruiter.picasso.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.events.StageEventBridgeClient;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

final class AsyncInvocationsTest {
  private final List<String> runs = new ArrayList<>();
  private int failures;
  private final TestLambda lambda = TestLambda.virtual(1);

  AsyncInvocationsTest() {
    lambda.withTask(
        "task",
        (input, output, context) -> {
          Instant now = lambda.loop.now();
          runs.add(now + " " + new String(input.readAllBytes(), StandardCharsets.UTF_8));
          if (failures-- > 0) {
            throw new IllegalStateException("not yet");
          }
        });
  }

  @AfterEach
  void close() {
    lambda.close();
  }

  @Test
  void runsAFunctionAgainThatFailed() {
    failures = 2;
    lambda.service.invokeAsync("task", "{}");
    lambda.virtualLoop().runFor(Duration.ofHours(1));
    assertThat(runs)
        .containsExactly(
            "2026-11-02T08:00:00Z {}", "2026-11-02T08:01:00Z {}", "2026-11-02T08:03:00Z {}");
    assertThat(lambda.reports).isEmpty();
  }

  @Test
  void reportsAnEventThatFailedThreeTimes() {
    failures = 3;
    lambda.service.invokeAsync("task", "{}");
    lambda.virtualLoop().runFor(Duration.ofHours(1));
    assertThat(runs).hasSize(3);
    assertThat(lambda.reports).hasSize(1).first().asString().contains("task", "after 3 failures");
  }

  @Test
  void keepsAnEventWhileTheFunctionIsThrottled() {
    lambda.service.reserveConcurrency("task", OptionalInt.of(0));
    lambda.service.invokeAsync("task", "{}");
    lambda.virtualLoop().runFor(Duration.ofMinutes(10));
    assertThat(runs).isEmpty();
    lambda.service.reserveConcurrency("task", OptionalInt.empty());
    lambda.virtualLoop().runFor(Duration.ofMinutes(10));
    assertThat(runs).hasSize(1);
  }

  @Test
  void reportsAnEventThatWasRefusedForSixHours() {
    lambda.service.reserveConcurrency("task", OptionalInt.of(0));
    lambda.service.invokeAsync("task", "{}");
    lambda.virtualLoop().runFor(Duration.ofHours(7));
    assertThat(lambda.reports).hasSize(1).first().asString().contains("refused for six hours");
  }

  @Test
  void refusesAnEventForAFunctionThatDoesNotExist() {
    assertThatThrownBy(() -> lambda.service.invokeAsync("none", "{}"))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void isATargetOfRules() {
    var events = StageEventBridgeClient.of(lambda.loop, lambda.bus);
    events.putRule(r -> r.name("r").eventPattern("{\"source\":[\"s\"]}"));
    events.putTargets(r ->
        r.rule("r")
            .targets(
                Target.builder()
                    .id("t")
                    .arn("arn:aws:lambda:us-east-1:000000000000:function:task")
                    .inputPath("$.detail")
                    .build()));
    lambda.bus.publish("s", "d", List.of(), JsonNodeFactory.instance.objectNode().put("a", 1));
    lambda.virtualLoop().runFor(Duration.ofSeconds(1));
    assertThat(runs).containsExactly("2026-11-02T08:00:00Z {\"a\":1}");
  }
}
