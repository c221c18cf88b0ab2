package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.cloudwatch.MetricId;
import ai.myrecruiter.picasso.local.cloudwatch.MetricSeries;
import ai.myrecruiter.picasso.local.cloudwatch.MetricStore;
import ai.myrecruiter.picasso.local.cloudwatch.Resolution;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The metrics that Lambda itself publishes, stamped at the minute in which an invocation began: for
 * the function, for the resource that was named, and for the version that an alias chose. For
 * invocations that are only counted also those that the payload publishes itself: requests that it
 * answered, and among them those it answered with a 500.
 */
final class InvocationMetrics {
  private static final String NAMESPACE = "AWS/Lambda";
  private static final String PAYLOAD = "Picasso/Chat";

  private record Source(String function, String resource, String executedVersion) {}

  private record Series(
      List<MetricSeries> invocations,
      List<MetricSeries> errors,
      List<MetricSeries> throttles,
      List<MetricSeries> duration,
      List<MetricSeries> requests,
      List<MetricSeries> serverErrors) {}

  private final MetricStore metrics;
  private final Map<Source, Series> known = new HashMap<>();

  InvocationMetrics(MetricStore metrics) {
    this.metrics = metrics;
  }

  void completed(Call call, boolean failed, Duration duration) {
    var series = series(call);
    add(series.invocations(), call.start(), 1);
    add(series.errors(), call.start(), failed ? 1 : 0);
    add(series.throttles(), call.start(), 0);
    add(series.duration(), call.start(), duration.toNanos() / 1e6);
  }

  void throttled(Call call) {
    add(series(call).throttles(), call.start(), 1);
  }

  void emitted(Call call, VersionFaults.Emission emission) {
    var function = Map.of("FunctionName", call.function().name());
    for (var dimensions : List.of(function, byVersion(source(call)))) {
      metrics
          .series(MetricId.of(emission.namespace(), emission.metric(), dimensions))
          .record(call.start(), 1, Resolution.HIGH);
    }
  }

  private static void add(List<MetricSeries> series, Instant instant, double value) {
    for (var one : series) {
      one.record(instant, value, Resolution.STANDARD);
    }
  }

  void served(String function, String alias, String version, ServedInvocations served) {
    if (served.invocations() == 0) {
      return;
    }
    var series = series(new Source(function, function + ":" + alias, version), true);
    var at = served.began();
    add(series.invocations(), at, 1, served.invocations());
    add(series.errors(), at, 1, served.crashed());
    add(series.errors(), at, 0, served.invocations() - served.crashed());
    add(series.throttles(), at, 0, served.invocations());
    served
        .durations()
        .forEach((millis, count) -> add(series.duration(), at, (double) millis, count));
    var answered = served.invocations() - served.crashed();
    add(series.requests(), at, 1, answered, Resolution.HIGH);
    add(series.serverErrors(), at, 1, served.handled(), Resolution.HIGH);
    add(series.serverErrors(), at, 0, answered - served.handled(), Resolution.HIGH);
  }

  private static void add(List<MetricSeries> series, Instant instant, double value, long count) {
    add(series, instant, value, count, Resolution.STANDARD);
  }

  private static void add(
      List<MetricSeries> series, Instant instant, double value, long count, Resolution resolution) {
    if (count > 0) {
      for (var one : series) {
        one.record(instant, value, (double) count, resolution);
      }
    }
  }

  private static Source source(Call call) {
    return new Source(call.function().name(), call.name().resource(), call.version().version());
  }

  private Series series(Call call) {
    return series(source(call), call.throughAlias());
  }

  private Series series(Source wanted, boolean throughAlias) {
    return known.computeIfAbsent(
        wanted,
        source -> {
          var dimensions = new ArrayList<Map<String, String>>();
          dimensions.add(Map.of("FunctionName", source.function()));
          dimensions.add(Map.of("FunctionName", source.function(), "Resource", source.resource()));
          if (throughAlias) {
            dimensions.add(byVersion(source));
          }
          var ownDimensions = List.of(Map.of("FunctionName", source.function()), byVersion(source));
          return new Series(
              named(NAMESPACE, "Invocations", dimensions),
              named(NAMESPACE, "Errors", dimensions),
              named(NAMESPACE, "Throttles", dimensions),
              named(NAMESPACE, "Duration", dimensions),
              named(PAYLOAD, "Requests", ownDimensions),
              named(PAYLOAD, "ServerErrors", ownDimensions));
        });
  }

  private static Map<String, String> byVersion(Source source) {
    return Map.of(
        "FunctionName",
        source.function(),
        "Resource",
        source.resource(),
        "ExecutedVersion",
        source.executedVersion());
  }

  private List<MetricSeries> named(
      String namespace, String metric, List<Map<String, String>> dimensions) {
    return dimensions.stream()
        .map(set -> metrics.series(MetricId.of(namespace, metric, set)))
        .toList();
  }
}
