package ai.myrecruiter.picasso.tasks.metrics;

import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.judge.CumulativeCounts;
import ai.myrecruiter.picasso.workflows.judge.Reading;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/**
 * What CloudWatch has counted for the versions behind an alias. Only the dimensions FunctionName,
 * Resource and ExecutedVersion together tell the versions apart. Sums since an instant, not
 * minutes: Lambda stamps a metric at the start of an invocation and emits it at the end, so late
 * counts appear in old minutes and belong to the next look.
 */
public final class VersionMetrics {
  /**
   * For how long after a shift durations are not compared. A new version starts its environments
   * then, and an old one that gets more traffic again starts more of them.
   */
  public static final Duration WARM_UP = Duration.ofMinutes(1);

  private static final int PERIOD_SECONDS = 60;
  private final CloudWatchClient cloudWatch;

  /** Reads through a client. */
  public VersionMetrics(CloudWatchClient cloudWatch) {
    this.cloudWatch = cloudWatch;
  }

  /**
   * What is asked.
   *
   * @param since start of the rollout; its minute counts whole
   * @param stageSince when the present stage's weight was set; the routing is counted from the
   *     first whole minute after it, so that late counts of the stage before are not taken for it;
   *     durations from the first that begins {@link #WARM_UP} or more after it
   * @param thresholds of latency, in milliseconds
   */
  public record Question(
      String function,
      String alias,
      VersionNumber stable,
      VersionNumber candidate,
      Instant since,
      Instant stageSince,
      List<Long> thresholds) {
    /** Copies the thresholds. */
    public Question {
      thresholds = List.copyOf(thresholds);
    }

    private List<Series> series() {
      var series =
          new ArrayList<>(
              List.of(
                  Series.INVOCATIONS,
                  Series.FUNCTION_ERRORS,
                  Series.THROTTLES,
                  Series.DEAD_LETTERS,
                  Series.REQUESTS,
                  Series.SERVER_ERRORS));
      if (!thresholds.isEmpty()) {
        series.add(Series.TIMED);
        thresholds.forEach(millis -> series.add(Series.slowerThan(millis)));
      }
      return series;
    }

    private Instant settled() {
      return stageSince.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    }

    private Instant warm() {
      return settled().plus(WARM_UP);
    }
  }

  /**
   * Sums of both versions of each function; one call of CloudWatch for all, whose instants are
   * those of the first. A version without any request is absent: that is no data, not zero.
   * Requests are Lambda's count or the payload's own, whichever is further on: the payload's
   * arrives within seconds and misses what failed before it could count. Errors are function errors
   * and the answers of 500 and above that the payload counted itself.
   *
   * @param weight percent that the aliases were told to send to the candidates
   * @return an answer to each question, in their order
   */
  public List<CumulativeCounts> read(
      List<Question> questions, Optional<Double> weight, Instant now) {
    var sums = sums(queries(questions), questions.getFirst(), now);
    return IntStream.range(0, questions.size())
        .mapToObj(function -> {
          var question = questions.get(function);
          return new CumulativeCounts(
              reading(sums, function, question, question.stable()),
              reading(sums, function, question, question.candidate()),
              weight);
        })
        .toList();
  }

  /** The same of one function. */
  public CumulativeCounts read(Question question, Optional<Double> weight, Instant now) {
    return read(List.of(question), weight, now).getFirst();
  }

  private static List<MetricDataQuery> queries(List<Question> questions) {
    var queries = new ArrayList<MetricDataQuery>();
    for (int function = 0; function < questions.size(); function++) {
      var question = questions.get(function);
      for (var version : List.of(question.stable(), question.candidate())) {
        for (var series : question.series()) {
          queries.add(query(function, question, version, series));
        }
      }
    }
    return queries;
  }

  private static Optional<Reading> reading(
      Sums sums, int function, Question question, VersionNumber version) {
    var invocations = Series.INVOCATIONS.of(function, version);
    var requests = Series.REQUESTS.of(function, version);
    if (!sums.has(invocations) && !sums.has(requests)) {
      return Optional.empty();
    }
    return Optional.of(
        new Reading(
            Math.max(sums.all(invocations), sums.all(requests)),
            sums.all(Series.FUNCTION_ERRORS.of(function, version))
                + sums.all(Series.SERVER_ERRORS.of(function, version)),
            Math.max(sums.settled(invocations), sums.settled(requests)),
            sums.warm(Series.TIMED.of(function, version)),
            question.thresholds().stream()
                .map(millis -> sums.warm(Series.slowerThan(millis).of(function, version)))
                .toList(),
            sums.all(Series.THROTTLES.of(function, version)),
            sums.all(Series.DEAD_LETTERS.of(function, version))));
  }

  private Sums sums(List<MetricDataQuery> queries, Question question, Instant now) {
    var sums = new Sums(question.settled(), question.warm());
    cloudWatch
        .getMetricDataPaginator(request ->
            request
                .metricDataQueries(queries)
                .startTime(question.since().truncatedTo(ChronoUnit.MINUTES))
                .endTime(now.plus(Duration.ofMinutes(1))))
        .metricDataResults()
        .forEach(sums::add);
    return sums;
  }

  private static MetricDataQuery query(
      int function, Question question, VersionNumber version, Series series) {
    var metric =
        Metric.builder()
            .namespace(series.namespace())
            .metricName(series.metric())
            .dimensions(
                dimension("FunctionName", question.function()),
                dimension("Resource", question.function() + ":" + question.alias()),
                dimension("ExecutedVersion", version.toString()))
            .build();
    return MetricDataQuery.builder()
        .id(series.of(function, version))
        .metricStat(stat -> stat.metric(metric).period(PERIOD_SECONDS).stat(series.stat()))
        .build();
  }

  static Dimension dimension(String name, String value) {
    return Dimension.builder().name(name).value(value).build();
  }
}
