package ai.myrecruiter.picasso.runtime.streaming;

import ai.myrecruiter.picasso.runtime.bootstrap.Invocation;
import ai.myrecruiter.picasso.runtime.telemetry.Figure;
import ai.myrecruiter.picasso.runtime.telemetry.Level;
import ai.myrecruiter.picasso.runtime.telemetry.LogEvent;
import ai.myrecruiter.picasso.runtime.telemetry.LogLine;
import ai.myrecruiter.picasso.runtime.telemetry.Measures;
import ai.myrecruiter.picasso.runtime.telemetry.Metric;
import ai.myrecruiter.picasso.runtime.telemetry.Origin;
import ai.myrecruiter.picasso.runtime.telemetry.Telemetry;
import ai.myrecruiter.picasso.runtime.telemetry.Word;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Consumer;

/** What is logged and measured of one request. */
final class StreamRecord {
  /** How a request ended, as the log says it. */
  enum Ending {
    DONE,
    CANCELLED,
    REVOKED,
    REFUSED,
    FAILED
  }

  private final Telemetry telemetry;
  private final InstantSource clock;
  private final Instant start;
  private final Measures measures = new Measures();

  StreamRecord(
      Map<String, String> environment,
      Invocation invocation,
      InstantSource clock,
      Consumer<String> sink) {
    this.clock = clock;
    this.start = clock.instant();
    this.telemetry =
        new Telemetry(
            clock,
            Origin.of(
                environment.getOrDefault("AWS_LAMBDA_FUNCTION_NAME", "streaming"),
                invocation.functionArn(),
                environment.getOrDefault("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
                invocation.requestId()),
            sink);
    measures.count(Metric.REQUESTS, 1);
    measures.count(Metric.SERVER_ERRORS, 0);
    measures.count(Metric.STREAM_ERRORS, 0);
    measures.count(Metric.CROSS_TENANT_ATTEMPTS, 0);
  }

  Measures measures() {
    return measures;
  }

  void refused(ErrorCode code) {
    boolean ours = code.status() >= 500;
    measures.count(Metric.SERVER_ERRORS, ours ? 1 : 0);
    write(
        LogLine.of(ours ? Level.ERROR : Level.WARN, LogEvent.REQUEST)
            .with(Word.OUTCOME, Ending.REFUSED)
            .with(Word.ERROR_CODE, code)
            .with(Figure.STATUS, code.status()));
  }

  void cancelCall() {
    write(LogLine.of(Level.INFO, LogEvent.REQUEST).with(Figure.STATUS, 202));
  }

  void streamed(Outcome outcome, Answer answer, int attempts) {
    answer
        .firstSent()
        .ifPresent(
            first -> measures.time(Metric.FIRST_TOKEN_LATENCY, Duration.between(start, first)));
    noteBypass(answer);
    answer.latencies().forEach(latency -> measures.time(Metric.TOKEN_LATENCY, latency));
    boolean broken = outcome instanceof Outcome.Broken;
    measures.count(Metric.STREAM_ERRORS, broken ? 1 : 0);
    measures.count(Metric.MODEL_ERRORS, attempts - 1L + (isModels(outcome) ? 1 : 0));
    var line =
        LogLine.of(broken ? Level.ERROR : Level.INFO, LogEvent.STREAM)
            .with(Word.OUTCOME, ending(outcome))
            .with(Figure.TOKENS, answer.tokens())
            .with(Figure.ATTEMPT, attempts);
    if (outcome instanceof Outcome.Broken(ErrorCode code)) {
      line.with(Word.ERROR_CODE, code);
    }
    answer
        .firstSent()
        .ifPresent(
            first -> line.with(Figure.FIRST_TOKEN_MS, Duration.between(start, first).toMillis()));
    write(line);
  }

  /**
   * An answer without an accepted token beside it. Admission cannot let one through; this looks at
   * what was measured instead of at what was decided, so that a defect there is seen here.
   */
  private void noteBypass(Answer answer) {
    if (answer.firstSent().isPresent() && !measures.has(Metric.TOKENS_ACCEPTED)) {
      measures.count(Metric.JWT_BYPASSES, 1);
    }
  }

  private static boolean isModels(Outcome outcome) {
    return outcome instanceof Outcome.Broken(ErrorCode code) && code.name().startsWith("MODEL_");
  }

  private static Ending ending(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(String reason) ->
          reason.equals("cancelled") ? Ending.CANCELLED : Ending.DONE;
      case Outcome.Revoked _ -> Ending.REVOKED;
      case Outcome.Broken _ -> Ending.FAILED;
    };
  }

  /** A stream that could not be written any more, or a defect. */
  void lost(Throwable thrown) {
    measures.count(Metric.STREAM_ERRORS, 1);
    write(
        LogLine.of(Level.ERROR, LogEvent.STREAM).with(Word.OUTCOME, Ending.FAILED).defect(thrown));
  }

  private void write(LogLine line) {
    var whole = Duration.between(start, clock.instant());
    telemetry.log(line.with(Figure.DURATION_MS, whole.toMillis()));
    telemetry.publish(
        measures.time(Metric.RESPONSE_LATENCY, whole.isNegative() ? Duration.ZERO : whole));
  }
}
