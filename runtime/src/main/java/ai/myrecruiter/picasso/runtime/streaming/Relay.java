package ai.myrecruiter.picasso.runtime.streaming;

import ai.myrecruiter.picasso.runtime.bootstrap.StreamResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Passes an answer on, event by event. The one thread that writes takes signals from a queue; what
 * waits in it together becomes one chunk. Between signals it keeps the times: heartbeat, silence of
 * the model, the next attempt, the deadline.
 */
final class Relay {
  /** How long an answer that is whole waits for what it cost. */
  private static final Duration SETTLE = Duration.ofSeconds(1);

  private final Limits limits;
  private final InstantSource clock;
  private final BlockingQueue<Signal> signals;
  private final StreamResponse response;
  private final Attempts attempts;
  private final Instant end;
  private final EventText events = new EventText();
  private final Answer answer;
  private final StringBuilder chunk = new StringBuilder();
  private Instant lastWrite;
  private Instant settled = Instant.MAX;

  Relay(
      Limits limits,
      InstantSource clock,
      BlockingQueue<Signal> signals,
      StreamResponse response,
      Attempts attempts,
      Instant deadline) {
    this.limits = limits;
    this.clock = clock;
    this.signals = signals;
    this.response = response;
    this.attempts = attempts;
    this.end = deadline.minus(limits.beforeDeadline());
    this.lastWrite = clock.instant();
    this.answer = new Answer(limits.mostCharacters(), clock);
  }

  Answer answer() {
    return answer;
  }

  EventText events() {
    return events;
  }

  /** Runs until the stream has an outcome; what is sent after that is the caller's. */
  Outcome run() throws IOException, InterruptedException {
    attempts.start();
    while (true) {
      var first = signals.poll(untilNextTimer(), TimeUnit.MICROSECONDS);
      var outcome = first == null ? timers() : take(first);
      if (outcome != null) {
        return outcome;
      }
    }
  }

  private long untilNextTimer() {
    var next = lastWrite.plus(limits.heartbeat());
    next = earlier(next, end);
    next = earlier(next, attempts.nextTimer());
    next = earlier(next, settled);
    return Math.max(0, Duration.between(clock.instant(), next).toNanos() / 1_000 + 1);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private @Nullable Outcome timers() throws IOException {
    var now = clock.instant();
    if (!now.isBefore(settled)) {
      return done();
    }
    if (!now.isBefore(end)) {
      return new Outcome.Broken(ErrorCode.DEADLINE);
    }
    if (attempts.timeOut(now)) {
      return new Outcome.Broken(ErrorCode.MODEL_IDLE);
    }
    if (!now.isBefore(lastWrite.plus(limits.heartbeat()))) {
      write(EventText.HEARTBEAT);
    }
    return null;
  }

  private @Nullable Outcome take(Signal first) throws IOException {
    int texts = 0;
    Outcome outcome = null;
    for (var next = first; next != null && outcome == null; next = following(texts)) {
      texts += next instanceof Signal.Text ? 1 : 0;
      outcome = outcome(next);
    }
    if (!chunk.isEmpty()) {
      write(chunk.toString());
      chunk.setLength(0);
      answer.sent();
    }
    attempts.taken(texts);
    return outcome == null && !clock.instant().isBefore(end)
        ? new Outcome.Broken(ErrorCode.DEADLINE)
        : outcome;
  }

  private @Nullable Signal following(int texts) {
    return texts < limits.window() ? signals.poll() : null;
  }

  private @Nullable Outcome outcome(Signal signal) {
    return switch (signal) {
      case Signal.FromModel fromModel -> attempts.current(fromModel) ? said(fromModel) : null;
      case Signal.Fallen(Standing standing) ->
          standing == Standing.REVOKED
              ? new Outcome.Revoked()
              : new Outcome.Broken(ErrorCode.ADMISSION_UNAVAILABLE);
      case Signal.Cancelled() -> new Outcome.Done("cancelled");
    };
  }

  private @Nullable Outcome said(Signal.FromModel signal) {
    return switch (signal) {
      case Signal.Text text -> {
        var sendable = answer.add(text);
        if (!sendable.isEmpty()) {
          chunk.append(events.token(sendable));
        }
        yield answer.full() ? new Outcome.Done("max_tokens") : null;
      }
      case Signal.Stopped(int _, String reason) -> {
        answer.stopped(reason);
        settled = clock.instant().plus(SETTLE);
        yield null;
      }
      case Signal.Used used -> {
        answer.used(used);
        yield done();
      }
      case Signal.Ended _ -> over(ErrorCode.MODEL_TRUNCATED);
      case Signal.Failed(int _, Throwable cause) -> over(ModelFailures.code(cause));
    };
  }

  /** No more comes: whole if the model said so, else tried again as long as nothing was sent. */
  private @Nullable Outcome over(ErrorCode otherwise) {
    var done = done();
    if (done != null) {
      return done;
    }
    return answer.isEmpty() && otherwise.retryable() && attempts.again()
        ? null
        : new Outcome.Broken(otherwise);
  }

  private @Nullable Outcome done() {
    return answer.stopReason().<Outcome>map(Outcome.Done::new).orElse(null);
  }

  void write(String text) throws IOException {
    response.write(text.getBytes(StandardCharsets.UTF_8));
    lastWrite = clock.instant();
  }
}
