package ai.myrecruiter.picasso.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import ai.myrecruiter.picasso.local.stage.Stage;
import ai.myrecruiter.picasso.local.stage.StageBlueprint;
import ai.myrecruiter.picasso.local.stage.StageSettings;
import ai.myrecruiter.picasso.workflows.rehearsal.Errors;
import ai.myrecruiter.picasso.workflows.rehearsal.MetricDelay;
import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

final class CountedTrafficTest {
  private static final Path ASSEMBLY =
      Path.of(System.getProperty("picasso.root", "..")).resolve("infra/target/cdk.out");
  private static final String FUNCTION = "picasso-staging-chat";
  private static final Instant START = Instant.parse("2026-11-02T10:00:00Z");
  private static final Model MODEL =
      Model.STANDARD
          .withEffect(0.5)
          .withMetrics(new MetricDelay(Duration.ofSeconds(60), Duration.ofSeconds(30)));
  private static StageBlueprint blueprint;
  private final VirtualLoop loop = new VirtualLoop(START, 1);
  private Stage stage;
  private CountedTraffic traffic;

  @BeforeAll
  static void read() throws IOException {
    blueprint = StageBlueprint.read(ASSEMBLY, "staging");
  }

  @AfterAll
  static void closeBlueprint() {
    blueprint.close();
  }

  @BeforeEach
  void open() throws IOException {
    stage =
        Stage.open(
            loop,
            StageSettings.silent(ASSEMBLY)
                .withMetricLag(MODEL.metrics().lag())
                .madeFrom(blueprint));
    traffic = new CountedTraffic(loop, stage.functions(), FUNCTION, "live", MODEL, 1);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  private void shift(double weight) {
    var settings = stage.functions().settings(FUNCTION);
    var variables = new HashMap<>(settings.environment());
    variables.put("PICASSO_RELEASE", "two");
    stage.functions().updateSettings(settings.withEnvironment(variables));
    var version = stage.functions().publishVersion(FUNCTION, "two");
    stage
        .lambda()
        .updateAlias(r ->
            r.functionName(FUNCTION)
                .name("live")
                .routingConfig(c -> c.additionalVersionWeights(weights(version, weight))));
  }

  private static Map<String, Double> weights(String version, double weight) {
    return weight == 0 ? Map.of() : Map.of(version, weight);
  }

  private double sum(String metric, String version) {
    return sum("AWS/Lambda", metric, version);
  }

  private double sum(String namespace, String metric, String version) {
    var query =
        MetricDataQuery.builder()
            .id("m")
            .metricStat(stat ->
                stat.period(60)
                    .stat("Sum")
                    .metric(
                        Metric.builder()
                            .namespace(namespace)
                            .metricName(metric)
                            .dimensions(
                                dimension("FunctionName", FUNCTION),
                                dimension("Resource", FUNCTION + ":live"),
                                dimension("ExecutedVersion", version))
                            .build()))
            .build();
    return stage
        .cloudWatch()
        .getMetricData(
            r -> r.metricDataQueries(query).startTime(START).endTime(loop.now().plusSeconds(60)))
        .metricDataResults()
        .getFirst()
        .values()
        .stream()
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  private static Dimension dimension(String name, String value) {
    return Dimension.builder().name(name).value(value).build();
  }

  @Test
  void aPeriodIsSeenWhenItHasEndedAndItsLagHasPassed() {
    loop.runUntil(START.plusSeconds(89));
    assertThat(sum("Invocations", "1")).isZero();
    loop.runUntil(START.plusSeconds(91));
    assertThat(sum("Invocations", "1")).isBetween(5_500.0, 8_500.0);
  }

  @Test
  void aShiftTakesEffectAtOnceAndEndsAtOnce() {
    loop.runFor(Duration.ofSeconds(30));
    shift(0.5);
    loop.runFor(Duration.ofSeconds(10));
    assertThat(traffic.exposed()).isTrue();
    shift(0);
    loop.runFor(Duration.ofMinutes(3));
    assertThat(traffic.exposed()).isFalse();
    assertThat(traffic.toStable()).contains(Duration.ofSeconds(10));
    assertThat(sum("Invocations", "2")).isBetween(450.0, 750.0);
    assertThat(sum("Errors", "2")).isBetween(200.0, 400.0);
    assertThat((double) traffic.bad()).isBetween(200.0, sum("Errors", "2"));
  }

  /** A minute of ten thousand failures of a kind, and what who counts of it. */
  private void failing(double handled) {
    var model =
        new Model(
            MODEL.traffic(),
            new Errors(0.1, 0, handled),
            MODEL.effect(),
            MODEL.latency(),
            MODEL.metrics(),
            MODEL.horizon());
    new CountedTraffic(loop, stage.functions(), FUNCTION, "live", model, 2);
    loop.runUntil(START.plusSeconds(91));
  }

  @Test
  void whatEndsTheFunctionIsCountedByLambdaAndNotByThePayload() {
    failing(0);
    assertThat(sum("Errors", "1")).isGreaterThan(500);
    assertThat(sum("Picasso/Chat", "ServerErrors", "1")).isZero();
    assertThat(sum("Picasso/Chat", "Requests", "1"))
        .isEqualTo(sum("Invocations", "1") - sum("Errors", "1"));
  }

  @Test
  void whatThePayloadAnswersItselfIsCountedByThePayloadAndNotByLambda() {
    failing(1);
    assertThat(sum("Picasso/Chat", "ServerErrors", "1")).isGreaterThan(500);
    assertThat(sum("Errors", "1")).isLessThan(50);
    assertThat(sum("Picasso/Chat", "Requests", "1"))
        .isEqualTo(sum("Invocations", "1") - sum("Errors", "1"));
  }

  /** An alarm on the payload's own metric, by function as the template's alarms are. */
  @Test
  void anAlarmOnThePayloadsServerErrorsRings() {
    stage
        .cloudWatch()
        .putMetricAlarm(r ->
            r.alarmName("own")
                .namespace("Picasso/Chat")
                .metricName("ServerErrors")
                .dimensions(dimension("FunctionName", FUNCTION))
                .statistic("Sum")
                .period(60)
                .evaluationPeriods(1)
                .comparisonOperator("GreaterThanThreshold")
                .threshold(100.0));
    failing(1);
    loop.runFor(Duration.ofMinutes(1));
    assertThat(stage.cloudWatch().describeAlarms(r -> r.alarmNames("own")).metricAlarms())
        .singleElement()
        .satisfies(alarm -> assertThat(alarm.stateValueAsString()).isEqualTo("ALARM"));
  }

  @Test
  void whatNobodyEndsRunsUpToTheHorizon() {
    shift(1);
    loop.runFor(Duration.ofMinutes(1));
    long soFar = traffic.bad();
    traffic.runOut();
    assertThat(traffic.bad()).isGreaterThan(80 * soFar);
    assertThat(traffic.toStable()).isEmpty();
    assertThat(traffic.everExposed()).isTrue();
  }
}
