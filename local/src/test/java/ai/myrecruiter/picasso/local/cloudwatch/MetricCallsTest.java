package ai.myrecruiter.picasso.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

final class MetricCallsTest {
  private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
  private static final Dimension LIVE =
      Dimension.builder().name("Resource").value("f:live").build();
  private final VirtualLoop loop = new VirtualLoop(START, 1);
  private final CloudWatchClient client = new TestCloudWatch(loop).client;

  private void put(UnaryOperator<MetricDatum.Builder> datum) {
    client.putMetricData(r ->
        r.namespace("N")
            .metricData(
                datum.apply(MetricDatum.builder().metricName("Hits").dimensions(LIVE)).build()));
  }

  private static MetricDataQuery metric(String id, String name, String stat) {
    return metric(id, name, stat, LIVE);
  }

  private static MetricDataQuery metric(
      String id, String name, String stat, Dimension... dimensions) {
    return MetricDataQuery.builder()
        .id(id)
        .metricStat(m ->
            m.period(60)
                .stat(stat)
                .metric(metric -> metric.namespace("N").metricName(name).dimensions(dimensions)))
        .build();
  }

  private static MetricDataQuery expression(String id, String expression) {
    return MetricDataQuery.builder().id(id).expression(expression).build();
  }

  private GetMetricDataResponse get(MetricDataQuery... queries) {
    return client.getMetricData(r ->
        r.startTime(START)
            .endTime(START.plusSeconds(180))
            .scanBy(ScanBy.TIMESTAMP_ASCENDING)
            .metricDataQueries(List.of(queries)));
  }

  @Test
  void readsWhatWasPut() {
    put(d -> d.value(2.0));
    put(d -> d.values(1.0, 5.0).counts(3.0, 1.0).timestamp(START.plusSeconds(70)));
    put(d ->
        d.timestamp(START.plusSeconds(130))
            .statisticValues(s -> s.sampleCount(4.0).sum(40.0).minimum(1.0).maximum(20.0)));
    var result = get(metric("m1", "Hits", "Sum")).metricDataResults().getFirst();
    assertThat(result.label()).isEqualTo("Hits");
    assertThat(result.statusCodeAsString()).isEqualTo("Complete");
    assertThat(result.timestamps())
        .containsExactly(START, START.plusSeconds(60), START.plusSeconds(120));
    assertThat(result.values()).containsExactly(2.0, 8.0, 40.0);
  }

  /** Above the lower bound and up to the upper one: so the judge counts slow requests. */
  @ParameterizedTest
  @CsvSource({"TC(800:),2", "TC(801:),1", "TC(0:),5", "TC(2000:),0", "TC(100:800),2"})
  void countsTheValuesWithinBounds(String stat, double count) {
    put(d -> d.values(100.0, 500.0, 800.0, 800.5, 1_000.0));
    assertThat(get(metric("m1", "Hits", stat)).metricDataResults().getFirst().values())
        .containsExactly(count);
  }

  @Test
  void answersSeveralQueriesAndMathOverThem() {
    put(d -> d.value(100.0));
    var response =
        get(
            metric("calls", "Hits", "Sum"),
            metric("errors", "Errors", "Sum"),
            expression("rate", "FILL(errors, 0) / calls"),
            expression("more", "rate + 1"));
    assertThat(response.metricDataResults())
        .extracting(MetricDataResult::id)
        .containsExactly("calls", "errors", "rate", "more");
    assertThat(response.metricDataResults().get(1).values()).isEmpty();
    assertThat(response.metricDataResults().get(2).values()).containsExactly(0.0);
    assertThat(response.metricDataResults().get(3).values()).containsExactly(1.0);
  }

  @Test
  void givesTheNewestFirstUnlessAskedAndLeavesOutWhatIsOnlyNeededForMath() {
    put(d -> d.value(1.0));
    put(d -> d.value(2.0).timestamp(START.plusSeconds(60)));
    var response =
        client.getMetricData(r ->
            r.startTime(START)
                .endTime(START.plusSeconds(120))
                .metricDataQueries(
                    metric("m1", "Hits", "Sum").toBuilder().returnData(false).build(),
                    expression("twice", "m1 * 2")));
    assertThat(response.metricDataResults()).hasSize(1);
    assertThat(response.metricDataResults().getFirst().values()).containsExactly(4.0, 2.0);
  }

  @Test
  void refusesQueriesThatCannotBeAnswered() {
    refused("no query of the request", metric("m1", "Hits", "Sum"), expression("e", "m2"));
    refused(
        "refers to itself",
        metric("m1", "Hits", "Sum"),
        expression("a", "b"),
        expression("b", "a"));
    refused("is there twice", metric("m1", "Hits", "Sum"), metric("m1", "Hits", "Sum"));
    refused("lower-case letter", metric("M1", "Hits", "Sum"));
    refused("either MetricStat or Expression", MetricDataQuery.builder().id("m").build());
    refused("no query of the request names a metric", expression("e", "1"));
    refused("0 metric queries");
    refused(
        "dimension '%s' is there twice".formatted(LIVE.name()),
        metric("m1", "Hits", "Sum", LIVE, LIVE));
  }

  private void refused(String message, MetricDataQuery... queries) {
    assertThatThrownBy(() -> get(queries))
        .isInstanceOfSatisfying(
            CloudWatchException.class, e -> assertThat(e.statusCode()).isEqualTo(400))
        .hasMessageContaining(message);
  }

  @Test
  void refusesDataOutsideWhatTheServiceTakes() {
    assertThatThrownBy(() ->
            client.putMetricData(r ->
                r.namespace("AWS/Lambda")
                    .metricData(MetricDatum.builder().metricName("Errors").value(1.0).build())))
        .hasMessageContaining("AWS/Lambda");
    assertThatThrownBy(() -> put(d -> d.value(1.0).timestamp(START.plusSeconds(7201))))
        .hasMessageContaining("two hours after");
    assertThatThrownBy(() -> put(d -> d.value(1.0).storageResolution(5)))
        .hasMessageContaining("StorageResolution 5");
  }
}
