package ai.myrecruiter.picasso.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.events.EventBus;
import ai.myrecruiter.picasso.local.events.StageEventBridgeClient;
import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class RuleTypeTest {
  private static final String ON_ALARM =
      """
      {'Name': 'on-alarm', 'State': 'ENABLED', 'EventPattern': {
         'source': ['aws.cloudwatch'], 'detail-type': ['CloudWatch Alarm State Change'],
         'detail': {'alarmName': ['errors'], 'state': {'value': ['ALARM']}}},
       'Targets': [{'Id': 'Target0', 'Arn': 'arn:aws:states:us-east-1:000000000000:stateMachine:rollback',
         'RoleArn': 'arn:aws:iam::000000000000:role/r', 'InputTransformer': {
           'InputPathsMap': {'detail-alarmName': '$.detail.alarmName', 'why': '$.detail.state.reason'},
           'InputTemplate': '{"alias":"live","name":<detail-alarmName>,"reason":<why>}'}}]}
      """;
  private final VirtualLoop loop = new VirtualLoop(Instant.parse("2026-11-02T08:00:00Z"), 1);
  private final EventBus bus = new EventBus(loop, event -> {}, report -> {});
  private final List<String> sent = new ArrayList<>();
  private final StagedType type = new RuleType(StageEventBridgeClient.of(loop, bus)).type();

  RuleTypeTest() {
    bus.connect("states", this::send);
    bus.connect("lambda", this::send);
  }

  private CompletableFuture<?> send(String arn, String input) {
    sent.add(arn.replaceFirst(".*:", "") + " " + input);
    return CompletableFuture.completedFuture(input);
  }

  @Test
  void startsTheTargetWithWhatTheTransformerMakesOfAnAlarm() {
    assertThat(One.resource(type, ON_ALARM))
        .isEqualTo(
            new Created(
                "on-alarm", Map.of("Arn", "arn:aws:events:us-east-1:000000000000:rule/on-alarm")));
    alarm("errors", "OK");
    alarm("other", "ALARM");
    alarm("errors", "ALARM");
    loop.runFor(Duration.ofSeconds(1));
    assertThat(sent)
        .containsExactly(
            "rollback {\"alias\":\"live\",\"name\":\"errors\",\"reason\":\"30 % \\\"bad\\\"\"}");
  }

  @Test
  void callsTheTargetOfASchedule() {
    One.resource(
        type,
        """
        {'ScheduleExpression': 'rate(1 minute)', 'Targets': [{'Id': 'Target0',
           'Arn': 'arn:aws:lambda:us-east-1:000000000000:function:watch', 'Input': '{"alias":"live"}'}]}
        """);
    loop.runFor(Duration.ofSeconds(150));
    assertThat(sent).containsExactly("watch {\"alias\":\"live\"}", "watch {\"alias\":\"live\"}");
  }

  @Test
  void keepsARuleThatIsOffSilent() {
    One.resource(type, ON_ALARM.replace("ENABLED", "DISABLED"));
    alarm("errors", "ALARM");
    loop.runFor(Duration.ofSeconds(1));
    assertThat(sent).isEmpty();
  }

  @Test
  void refusesATargetThatTheStageDoesNotHave() {
    assertThatThrownBy(() -> One.resource(type, ON_ALARM.replace("arn:aws:states", "arn:aws:sqs")))
        .isInstanceOf(ProvisioningFailed.class)
        .hasMessageContaining("sqs");
  }

  @Test
  void refusesWhatWouldChangeTheDelivery() {
    assertThatThrownBy(() ->
            One.resource(
                type,
                ON_ALARM.replace("'Id': 'Target0',", "'Id': 'Target0', 'SqsParameters': {},")))
        .isInstanceOf(TemplateRefused.class)
        .hasMessageStartingWith("s.Resources.It.Properties.Targets[].SqsParameters");
  }

  private void alarm(String name, String state) {
    var detail =
        Json.of(
            "{'alarmName': '%s', 'state': {'value': '%s', 'reason': '30 %% \"bad\"'}}"
                .formatted(name, state));
    bus.publish("aws.cloudwatch", "CloudWatch Alarm State Change", List.of(), detail);
  }
}
