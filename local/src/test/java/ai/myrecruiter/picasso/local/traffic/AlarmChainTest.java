package ai.myrecruiter.picasso.local.traffic;

import static ai.myrecruiter.picasso.local.lambda.TestLambda.CHAT;
import static ai.myrecruiter.picasso.local.lambda.TestLambda.START;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.events.StageEventBridgeClient;
import ai.myrecruiter.picasso.local.lambda.TestLambda;
import ai.myrecruiter.picasso.local.lambda.VersionFaults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.eventbridge.model.Target;

/**
 * The whole way from a request to a rollback: traffic, metric, alarm, event, rule, target; the
 * target here only remembers what it was sent.
 */
final class AlarmChainTest {
  private static final String ALARM = "picasso-staging-cross-tenant-attempts";
  private static final String ROLLBACK =
      "arn:aws:states:us-east-1:000000000000:stateMachine:picasso-staging-rollback";

  private record Sent(Instant at, String input) {}

  private final TestLambda lambda = TestLambda.virtual(21).withChat(2);
  private final List<Sent> rollbacks = new ArrayList<>();
  private final VirtualTraffic traffic =
      new VirtualTraffic(lambda.loop, lambda.service, CHAT + ":live", 20, lambda.loop.random());

  @BeforeEach
  void wire() {
    lambda.bus.connect(
        "states",
        (arn, input) -> {
          rollbacks.add(new Sent(lambda.loop.now(), input));
          return CompletableFuture.completedFuture(arn);
        });
    lambda.cloudWatch.putMetricAlarm(r ->
        r.alarmName(ALARM)
            .namespace("Picasso/Chat")
            .metricName("CrossTenantAttempts")
            .dimensions(Dimension.builder().name("FunctionName").value(CHAT).build())
            .statistic(Statistic.SUM)
            .period(10)
            .evaluationPeriods(1)
            .threshold(1.0)
            .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
            .treatMissingData("notBreaching"));
    var events = StageEventBridgeClient.of(lambda.loop, lambda.bus);
    events.putRule(r ->
        r.name("picasso-staging-alarm")
            .eventPattern(
                "{\"source\":[\"aws.cloudwatch\"],\"detail\":{\"alarmName\":[{\"prefix\":\"picasso-staging-\"}],\"state\":{\"value\":[\"ALARM\"]}}}"));
    events.putTargets(r ->
        r.rule("picasso-staging-alarm")
            .targets(
                Target.builder()
                    .id("rollback")
                    .arn(ROLLBACK)
                    .inputTransformer(t ->
                        t.inputPathsMap(Map.of("alarm", "$.detail.alarmName"))
                            .inputTemplate("{\"cause\":\"alarm\",\"alarm\":<alarm>}"))
                    .build()));
    lambda.client.updateAlias(r ->
        r.functionName(CHAT)
            .name("live")
            .routingConfig(routing -> routing.additionalVersionWeights(Map.of("2", 0.1))));
    traffic.start();
  }

  @AfterEach
  void close() {
    lambda.close();
  }

  @Test
  void startsARollbackOnceWhenAVersionLooksIntoAnotherTenant() {
    lambda.virtualLoop().runUntil(START.plusSeconds(60));
    assertThat(rollbacks).isEmpty();
    lambda
        .service
        .faults()
        .set(CHAT, "2", VersionFaults.NONE.withEmission("Picasso/Chat", "CrossTenantAttempts", 1));
    lambda.virtualLoop().runUntil(START.plusSeconds(120));
    assertThat(rollbacks).hasSize(1);
    assertThat(rollbacks.getFirst().input())
        .isEqualTo("{\"cause\":\"alarm\",\"alarm\":\"" + ALARM + "\"}");
    assertThat(rollbacks.getFirst().at()).isBetween(START.plusSeconds(60), START.plusSeconds(81));
    assertThat(traffic.served().get("2")).isNotNull().extracting(Served::bad).isEqualTo(0L);
  }

  @Test
  void staysQuietWhileEveryTenantIsAlone() {
    lambda.virtualLoop().runFor(Duration.ofMinutes(3));
    assertThat(rollbacks).isEmpty();
    assertThat(lambda.published).hasSize(1);
  }

  @Test
  void goesBackToOkWhenTheAttemptsEnd() {
    lambda
        .service
        .faults()
        .set(CHAT, "2", VersionFaults.NONE.withEmission("Picasso/Chat", "CrossTenantAttempts", 1));
    lambda.virtualLoop().runUntil(START.plusSeconds(60));
    lambda.service.faults().clear();
    lambda.virtualLoop().runUntil(START.plusSeconds(120));
    assertThat(lambda.published.getLast().detail().at("/state/value").asText()).isEqualTo("OK");
    assertThat(lambda.published.getLast().detail().at("/previousState/value").asText())
        .isEqualTo("ALARM");
    assertThat(rollbacks).hasSize(1);
  }
}
