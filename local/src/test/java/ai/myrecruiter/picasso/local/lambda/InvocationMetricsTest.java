package ai.myrecruiter.picasso.local.lambda;

import static ai.myrecruiter.picasso.local.lambda.TestLambda.CHAT;
import static ai.myrecruiter.picasso.local.lambda.TestLambda.START;
import static ai.myrecruiter.picasso.local.lambda.TestLambda.behindLive;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

final class InvocationMetricsTest {
  private static final String HEALTH = "{\"action\":\"health_check\"}";
  private final TestLambda lambda = TestLambda.virtual(1).withChat(2);

  @AfterEach
  void close() {
    lambda.close();
  }

  private double invocations(Map<String, String> dimensions) {
    return lambda.sum("AWS/Lambda", "Invocations", dimensions);
  }

  @Test
  void countsAnInvocationOfAnAliasUnderAllThreeDimensionSets() {
    lambda.invoke(CHAT + ":live", HEALTH);
    assertThat(invocations(Map.of("FunctionName", CHAT))).isEqualTo(1);
    assertThat(invocations(Map.of("FunctionName", CHAT, "Resource", CHAT + ":live"))).isEqualTo(1);
    assertThat(invocations(behindLive("1"))).isEqualTo(1);
    assertThat(invocations(behindLive("2"))).isZero();
  }

  @Test
  void namesAnExecutedVersionOnlyWhenAnAliasChoseIt() {
    lambda.invoke(CHAT + ":2", HEALTH);
    lambda.invoke(CHAT, HEALTH);
    assertThat(invocations(Map.of("FunctionName", CHAT))).isEqualTo(2);
    assertThat(invocations(Map.of("FunctionName", CHAT, "Resource", CHAT + ":2"))).isEqualTo(1);
    assertThat(invocations(Map.of("FunctionName", CHAT, "Resource", CHAT))).isEqualTo(1);
    assertThat(
            invocations(
                Map.of("FunctionName", CHAT, "Resource", CHAT + ":2", "ExecutedVersion", "2")))
        .isZero();
  }

  @Test
  void stampsALambdaMetricAtTheMinuteTheInvocationBegan() {
    lambda.virtualLoop().runUntil(START.plusSeconds(58));
    lambda.service.faults().set(CHAT, "1", VersionFaults.NONE.withLatency(Duration.ofSeconds(5)));
    lambda.invoke(CHAT + ":live", HEALTH);
    assertThat(lambda.loop.now()).isEqualTo(START.plusSeconds(63));
    assertThat(stamps("AWS/Lambda", "Invocations", 60)).containsExactly(START);
  }

  @Test
  void stampsAMetricOfThePayloadAtItsSecond() {
    lambda.virtualLoop().runUntil(START.plusSeconds(58));
    lambda.invoke(CHAT + ":live", HEALTH);
    assertThat(stamps("Picasso/Chat", "Requests", 1)).containsExactly(START.plusSeconds(58));
  }

  @Test
  void recordsZeroErrorsForAnInvocationThatWentWell() {
    lambda.invoke(CHAT + ":live", HEALTH);
    assertThat(stamps("AWS/Lambda", "Errors", 60)).hasSize(1);
    assertThat(lambda.sum("AWS/Lambda", "Errors", behindLive("1"))).isZero();
  }

  private List<Instant> stamps(String namespace, String name, int period) {
    var metric =
        Metric.builder()
            .namespace(namespace)
            .metricName(name)
            .dimensions(Dimension.builder().name("FunctionName").value(CHAT).build())
            .build();
    var query =
        MetricDataQuery.builder()
            .id("m")
            .metricStat(stat -> stat.metric(metric).period(period).stat("SampleCount"))
            .build();
    return lambda
        .cloudWatch
        .getMetricData(
            r -> r.startTime(START).endTime(START.plusSeconds(600)).metricDataQueries(query))
        .metricDataResults()
        .getFirst()
        .timestamps();
  }
}
