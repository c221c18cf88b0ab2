package ai.myrecruiter.picasso.local.cloudwatch;

import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Turns the log lines of functions into metrics where they are in embedded metric format. A bad one
 * is counted, as AWS does, in {@code AWS/Logs EMFValidationErrors} of its log group, and reported.
 */
public final class LogIntake {
  private final MetricStore metrics;
  private final Consumer<String> report;
  private final boolean restamp;
  private final EmbeddedMetricsReader reader = new EmbeddedMetricsReader();

  /**
   * An intake.
   *
   * @param loop on a virtual clock a line's own time is replaced by the time of its invocation,
   *     because the code that wrote it looked at the machine's clock
   * @param report told of every line that was meant as metrics and is not valid
   */
  public LogIntake(EventLoop loop, MetricStore metrics, Consumer<String> report) {
    this.restamp = loop instanceof VirtualLoop;
    this.metrics = metrics;
    this.report = report;
  }

  /**
   * Takes a line that a function logged.
   *
   * @param logGroup such as {@code /aws/lambda/picasso-staging-chat}
   */
  public void accept(String logGroup, Instant instant, String line) {
    switch (reader.read(line)) {
      case EmbeddedMetrics.NotEmbedded _ -> {}
      case EmbeddedMetrics.Malformed(var reason) -> reject(logGroup, instant, reason);
      case EmbeddedMetrics.Values(var values) -> values.forEach(value -> record(value, instant));
    }
  }

  private void record(EmbeddedMetrics.Value value, Instant instant) {
    var series = metrics.series(value.metric());
    var at = restamp ? instant : Instant.ofEpochMilli(value.epochMillis());
    value.values().forEach(number -> series.record(at, number, value.resolution()));
  }

  private void reject(String logGroup, Instant instant, String reason) {
    var id = MetricId.of("AWS/Logs", "EMFValidationErrors", Map.of("LogGroupName", logGroup));
    metrics.series(id).record(instant, 1, Resolution.STANDARD);
    report.accept("metrics of %s were dropped, not valid EMF: %s".formatted(logGroup, reason));
  }
}
