package ai.myrecruiter.picasso.local.cloudwatch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/**
 * The queries of one request, which may refer to each other by their ids. An alarm asks its own
 * again and again: what they mean is worked out once.
 */
final class MetricQueries {
  private static final int MAX_QUERIES = 500;
  private static final Pattern ID = Pattern.compile("[a-z]\\w*+");
  private final MetricStore metrics;
  private final Map<String, MetricDataQuery> queries;
  private final Map<String, MathExpression> expressions = new HashMap<>();
  private final Map<String, Asked> asked = new HashMap<>();
  private Optional<Duration> shortest = Optional.empty();

  private record Asked(MetricSeries series, Stat stat, Duration period) {}

  MetricQueries(MetricStore metrics, List<MetricDataQuery> queries) {
    this.metrics = metrics;
    this.queries = byId(queries);
    queries.stream().filter(query -> query.expression() != null).forEach(this::checkReferences);
  }

  private static Map<String, MetricDataQuery> byId(List<MetricDataQuery> queries) {
    if (queries.isEmpty() || queries.size() > MAX_QUERIES) {
      throw CloudWatchErrors.invalid(
          "%d metric queries: give 1 to %d".formatted(queries.size(), MAX_QUERIES));
    }
    var byId = new HashMap<String, MetricDataQuery>();
    for (var query : queries) {
      if (query.id() == null || !ID.matcher(query.id()).matches()) {
        throw CloudWatchErrors.invalid(
            "query id '%s' does not begin with a lower-case letter".formatted(query.id()));
      }
      if (byId.put(query.id(), query) != null) {
        throw CloudWatchErrors.invalid("query id '%s' is there twice".formatted(query.id()));
      }
      if ((query.metricStat() == null) == (query.expression() == null)) {
        throw CloudWatchErrors.combination(
            "query '%s' needs either MetricStat or Expression".formatted(query.id()));
      }
    }
    return byId;
  }

  private void checkReferences(MetricDataQuery query) {
    expressions.put(query.id(), MathParser.parse(query.expression()));
    var timeline = List.<Instant>of();
    new MathEvaluator(
            timeline,
            id -> {
              require(id, query.expression());
              return new MathValue.Series(new Points());
            })
        .evaluate(expression(query));
    checkCycle(query, new HashSet<>());
  }

  private void checkCycle(MetricDataQuery query, Set<String> above) {
    if (!above.add(query.id())) {
      throw CloudWatchErrors.invalid("query '%s' refers to itself".formatted(query.id()));
    }
    if (query.expression() != null) {
      new MathEvaluator(
              List.of(),
              id -> {
                checkCycle(require(id, query.expression()), above);
                return new MathValue.Series(new Points());
              })
          .evaluate(expression(query));
    }
    above.remove(query.id());
  }

  private MathExpression expression(MetricDataQuery query) {
    return expressions.computeIfAbsent(query.id(), any -> MathParser.parse(query.expression()));
  }

  private MetricDataQuery require(String id, String expression) {
    var query = queries.get(id);
    if (query == null) {
      throw CloudWatchErrors.invalid(
          "expression '%s' refers to '%s', which is no query of the request"
              .formatted(expression, id));
    }
    return query;
  }

  /** The shortest period among the metrics, which sets the periods of expressions. */
  Duration period() {
    var period = shortest.orElseGet(this::shortest);
    shortest = Optional.of(period);
    return period;
  }

  private Duration shortest() {
    return queries.values().stream()
        .filter(query -> query.metricStat() != null)
        .map(query -> Window.period(query.metricStat().period()))
        .min(Duration::compareTo)
        .orElseThrow(() -> CloudWatchErrors.invalid("no query of the request names a metric"));
  }

  /** The values of a query for each period that has one. */
  Points values(String id, Instant start, Instant end) {
    var query = require(id, id);
    if (query.metricStat() != null) {
      return points(query, start, end);
    }
    return switch (value(query, start, end)) {
      case MathValue.Series(var points) -> points;
      case MathValue.Scalar(var value) -> {
        var points = new Points();
        Window.of(start, end, period()).timeline().forEach(at -> points.put(at, value));
        yield points;
      }
    };
  }

  /** Whether any metric of the queries has a value at or after an instant. */
  boolean anySince(Instant start) {
    for (var query : queries.values()) {
      if (query.metricStat() != null && metrics.anySince(asked(query).series(), start)) {
        return true;
      }
    }
    return false;
  }

  private Asked asked(MetricDataQuery query) {
    return asked.computeIfAbsent(query.id(), any -> asked(query.metricStat()));
  }

  private Asked asked(MetricStat asked) {
    var period = Window.period(asked.period());
    return new Asked(metrics.series(id(asked.metric())), Stat.parse(asked.stat()), period);
  }

  private MathValue value(MetricDataQuery query, Instant start, Instant end) {
    if (query.expression() != null) {
      var timeline = Window.of(start, end, period()).timeline();
      return new MathEvaluator(timeline, id -> value(require(id, query.expression()), start, end))
          .evaluate(expression(query));
    }
    return new MathValue.Series(points(query, start, end));
  }

  private Points points(MetricDataQuery query, Instant start, Instant end) {
    var known = asked(query);
    var window = Window.of(start, end, known.period());
    return metrics.query(known.series(), known.stat(), window);
  }

  static MetricId id(Metric metric) {
    return new MetricId(metric.namespace(), metric.metricName(), dimensions(metric.dimensions()));
  }

  static SortedMap<String, String> dimensions(List<Dimension> dimensions) {
    var byName = new TreeMap<String, String>();
    for (var dimension : dimensions) {
      if (byName.put(dimension.name(), dimension.value()) != null) {
        throw CloudWatchErrors.invalid(
            "dimension '%s' is there twice: give each once".formatted(dimension.name()));
      }
    }
    return byName;
  }
}
