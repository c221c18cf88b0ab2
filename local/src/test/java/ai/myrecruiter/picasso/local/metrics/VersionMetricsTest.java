package ai.myrecruiter.picasso.local.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.lambda.TestLambda;
import ai.myrecruiter.picasso.local.lambda.VersionFaults;
import ai.myrecruiter.picasso.local.rollout.TaskBench;
import ai.myrecruiter.picasso.tasks.metrics.VersionMetrics;
import ai.myrecruiter.picasso.workflows.judge.CumulativeCounts;
import ai.myrecruiter.picasso.workflows.judge.Reading;
import ai.myrecruiter.picasso.workflows.judge.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

final class VersionMetricsTest {
  private final TaskBench bench = new TaskBench();
  private final VersionMetrics metrics = new VersionMetrics(bench.cloudWatch.client());

  @AfterEach
  void close() {
    bench.close();
  }

  private CumulativeCounts read(Instant since) {
    var question =
        new VersionMetrics.Question(
            TestLambda.CHAT, "live", TaskBench.ONE, TaskBench.TWO, since, since, List.of());
    return metrics.read(question, Optional.empty(), bench.now());
  }

  private static Optional<Tally> tally(Optional<Reading> reading) {
    return reading.map(sums -> new Tally(sums.requests(), sums.errors()));
  }

  private void requests(int count, String qualifier) {
    for (int i = 0; i < count; i++) {
      bench.stage.invoke(TestLambda.CHAT + ":" + qualifier, "{\"action\":\"health_check\"}");
    }
  }

  private void all(String version) {
    bench.moveAlias(version, Map.of(), "");
  }

  private void failing(String version) {
    faults(version, VersionFaults.NONE.withErrorRate(1));
  }

  private void faults(String version, VersionFaults faults) {
    bench.stage.loop.call(() -> {
      bench.stage.service.faults().set(TestLambda.CHAT, version, faults);
      return true;
    });
  }

  /** A metric that the payload sends by itself, at the present instant. */
  private void serverErrors(String version, double count) {
    var behind = TestLambda.behindLive(version);
    bench.stage.cloudWatch.putMetricData(put ->
        put.namespace("Picasso/Chat")
            .metricData(
                MetricDatum.builder()
                    .metricName("ServerErrors")
                    .timestamp(bench.now())
                    .value(count)
                    .dimensions(
                        behind.entrySet().stream()
                            .map(d ->
                                Dimension.builder().name(d.getKey()).value(d.getValue()).build())
                            .toList())
                    .build()));
  }

  @Test
  void aVersionWithoutRequestsIsAbsentNotZero() {
    requests(3, "live");
    var counts = read(TestLambda.START);
    assertThat(tally(counts.stable())).contains(new Tally(3, 0));
    assertThat(counts.candidate()).isEmpty();
  }

  @Test
  void tellsTheVersionsBehindTheAliasApart() {
    requests(5, "live");
    all("2");
    failing("2");
    requests(4, "live");
    var counts = read(TestLambda.START);
    assertThat(tally(counts.stable())).contains(new Tally(5, 0));
    assertThat(tally(counts.candidate())).contains(new Tally(4, 4));
  }

  @Test
  void doesNotCountWhatDidNotComeThroughTheAlias() {
    requests(5, "live");
    requests(7, "1");
    requests(9, "2");
    var counts = read(TestLambda.START);
    assertThat(tally(counts.stable())).contains(new Tally(5, 0));
    assertThat(counts.candidate()).isEmpty();
  }

  @Test
  void addsTheServerErrorsThatThePayloadCounted() {
    requests(5, "live");
    serverErrors("1", 2);
    assertThat(tally(read(TestLambda.START).stable())).contains(new Tally(5, 2));
  }

  @Test
  void addsUpMinutes() {
    for (int minute = 0; minute < 5; minute++) {
      requests(2, "live");
      bench.stage.virtualLoop().runFor(Duration.ofMinutes(1));
    }
    assertThat(tally(read(TestLambda.START).stable())).contains(new Tally(10, 0));
  }

  @Test
  void beginsWithTheWholeMinuteOfItsStart() {
    requests(3, "live");
    bench.stage.virtualLoop().runFor(Duration.ofSeconds(90));
    requests(4, "live");
    assertThat(tally(read(TestLambda.START.plusSeconds(59)).stable())).contains(new Tally(7, 0));
    assertThat(tally(read(TestLambda.START.plusSeconds(60)).stable())).contains(new Tally(4, 0));
  }

  /** By their stamps: the minute of the shift and the whole minute after it are left out. */
  @Test
  void countsDurationsFromTheSecondWholeMinuteAfterAShift() {
    var shift = TestLambda.START.plusSeconds(90);
    var question =
        new VersionMetrics.Question(
            TestLambda.CHAT,
            "live",
            TaskBench.ONE,
            TaskBench.TWO,
            TestLambda.START,
            shift,
            List.of(1L, 60_000L));
    faults("1", VersionFaults.NONE.withLatency(Duration.ofMillis(5)));
    for (int minute = 0; minute < 5; minute++) {
      requests(1 << minute, "live");
      bench.stage.virtualLoop().runFor(Duration.ofMinutes(1));
    }
    var reading = metrics.read(question, Optional.empty(), bench.now()).stable().orElseThrow();
    assertThat(reading.requests()).isEqualTo(31);
    assertThat(reading.routed()).isEqualTo(4 + 8 + 16);
    assertThat(reading.timed()).isEqualTo(8 + 16);
    assertThat(reading.slow()).containsExactly(24L, 0L);
  }

  @Test
  void asksOncePerLook() {
    requests(3, "live");
    read(TestLambda.START);
    assertThat(bench.cloudWatch.count("getMetricDataPaginator")).isEqualTo(1);
  }

  @Test
  void handsAFailureOn() {
    bench.cloudWatch.refuse("getMetricDataPaginator");
    assertThatThrownBy(() -> read(TestLambda.START)).isInstanceOf(SdkClientException.class);
  }
}
