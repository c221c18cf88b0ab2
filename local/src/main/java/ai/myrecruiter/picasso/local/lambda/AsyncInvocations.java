package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.engine.LambdaAnswer;
import ai.myrecruiter.picasso.local.loop.EventLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Invocations that nobody waits for. A function that fails is tried again after one and after two
 * minutes; an invocation that is refused is tried again, slower each time, for six hours.
 */
final class AsyncInvocations {
  private static final Duration REFUSED_AT_MOST = Duration.ofHours(6);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final int RETRIES = 2;
  private final EventLoop loop;
  private final Invoker invoker;
  private final Consumer<String> report;

  AsyncInvocations(EventLoop loop, Invoker invoker, Consumer<String> report) {
    this.loop = loop;
    this.invoker = invoker;
    this.report = report;
  }

  private record Event(FunctionName name, SdkBytes payload, Instant accepted) {}

  /** Accepts an event for a function that exists; the function runs in a step of its own. */
  void accept(FunctionName name, SdkBytes payload) {
    invoker.check(name);
    var event = new Event(name, payload, loop.now());
    loop.post(() -> attempt(event, 0, 0));
  }

  private void attempt(Event event, int failures, int refusals) {
    invoker
        .invoke(event.name(), event.payload(), new LoopPace(loop))
        .whenComplete((answer, refusal) -> ended(event, failures, refusals, answer, refusal));
  }

  private void ended(
      Event event,
      int failures,
      int refusals,
      @Nullable LambdaAnswer answer,
      @Nullable Throwable refusal) {
    if (answer == null) {
      refused(event, failures, refusals, String.valueOf(refusal));
    } else if (answer.functionError().isPresent()) {
      failed(event, failures, answer);
    }
  }

  private void failed(Event event, int failures, LambdaAnswer answer) {
    if (failures == RETRIES) {
      report.accept(
          "event for %s was dropped after %d failures, the last in request %s"
              .formatted(event.name().resource(), failures + 1, answer.requestId()));
    } else {
      loop.after(Duration.ofMinutes(failures + 1L), () -> attempt(event, failures + 1, 0));
    }
  }

  private void refused(Event event, int failures, int refusals, String reason) {
    var doubled = Duration.ofSeconds(1L << Math.min(refusals, 20));
    var pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    if (event.accepted().until(loop.now().plus(pause)).compareTo(REFUSED_AT_MOST) > 0) {
      report.accept(
          "event for %s was dropped, refused for six hours: %s"
              .formatted(event.name().resource(), reason));
    } else {
      loop.after(pause, () -> attempt(event, failures, refusals + 1));
    }
  }
}
