package ai.myrecruiter.picasso.infra.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.infra.SynthesizedApp;
import ai.myrecruiter.picasso.workflows.environment.Severity;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class TriggersStackTest {
  private static final String STACK = "picasso-staging-triggers";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode rule(String name) {
    return SynthesizedApp.properties(STACK, "AWS::Events::Rule", "Name", "picasso-staging-" + name);
  }

  @Test
  void startsRollbackForEveryAlarmWhoseSeverityAsksForIt() {
    var pattern = rule("rollback-on-alarm").path("EventPattern");
    assertThat(pattern.path("source").toString()).isEqualTo("[\"aws.cloudwatch\"]");
    assertThat(pattern.path("detail-type").toString())
        .isEqualTo("[\"CloudWatch Alarm State Change\"]");
    assertThat(pattern.at("/detail/state/value").toString()).isEqualTo("[\"ALARM\"]");
    assertThat(pattern.at("/detail/alarmName"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrderElementsOf(
            SynthesizedApp.properties("picasso-staging-observability", "AWS::CloudWatch::Alarm")
                .stream()
                .map(alarm -> alarm.path("AlarmName").asText())
                .toList());
  }

  @Test
  void shutsStreamingForTheAlarmsOfIsolationAndNoOther() throws IOException {
    var rule = rule("contain-on-alarm");
    assertThat(rule.at("/EventPattern/detail/alarmName"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(SynthesizedApp.settings("staging").alarms(Severity.CONTAIN));
    assertThat(rule.at("/Targets/0/Arn").toString()).contains("picasso-staging-shut-streaming");
    assertThat(input(rule))
        .isEqualTo(
            JSON.readTree(
                """
                {"environment": "staging", "function": "picasso-staging-streaming",
                 "trigger": {"type": "alarm", "name": "$.detail.alarmName",
                             "reason": "$.detail.state.reason", "at": "$.time"}}
                """));
    var permission = SynthesizedApp.properties(STACK, "AWS::Lambda::Permission").getFirst();
    assertThat(permission.path("Principal").asText()).isEqualTo("events.amazonaws.com");
    assertThat(permission.path("SourceArn").toString())
        .contains("rule/picasso-staging-contain-on-alarm");
  }

  @Test
  void givesRollbackTheInputThatItsSchemaAsksFor() throws IOException {
    assertThat(input(rule("rollback-on-alarm")))
        .isEqualTo(
            JSON.readTree(
                """
                {"environment": "staging", "function": "picasso-staging-chat", "alias": "live",
                 "companions": ["picasso-staging-streaming"],
                 "trigger": {"type": "alarm", "name": "$.detail.alarmName",
                             "reason": "$.detail.state.reason", "at": "$.time"}}
                """));
  }

  @Test
  void startsAliasLiveOfRollbackInARoleThatCanDoNothingElse() {
    var target = rule("rollback-on-alarm").at("/Targets/0");
    assertThat(target.path("Arn").toString())
        .endsWith(":stateMachine:picasso-staging-rollback:live\"]]}");
    var role = target.at("/RoleArn/Fn::GetAtt/0").asText();
    var resources = SynthesizedApp.template(STACK).path("Resources");
    var trust = resources.path(role).at("/Properties/AssumeRolePolicyDocument/Statement");
    assertThat(trust).hasSize(1);
    assertThat(trust.at("/0/Principal/Service").asText()).isEqualTo("events.amazonaws.com");
    assertThat(trust.at("/0/Condition/StringEquals/aws:SourceAccount").toString())
        .isEqualTo("{\"Ref\":\"AWS::AccountId\"}");
    assertThat(resources.path(role).at("/Properties/Policies")).hasSize(1);
    assertThat(SynthesizedApp.properties(STACK, "AWS::IAM::Policy")).isEmpty();
  }

  private static JsonNode input(JsonNode rule) throws IOException {
    var transformer = rule.at("/Targets/0/InputTransformer");
    var input = transformer.path("InputTemplate").asText();
    for (var path : transformer.path("InputPathsMap").properties()) {
      input = input.replace("<" + path.getKey() + ">", "\"" + path.getValue().asText() + "\"");
    }
    return JSON.readTree(input);
  }

  @Test
  void callsTheWatchdogEveryMinute() throws IOException {
    var schedule =
        SynthesizedApp.properties(
            STACK, "AWS::Scheduler::Schedule", "Name", "picasso-staging-watch-every-minute");
    assertThat(schedule.path("ScheduleExpression").asText()).isEqualTo("rate(1 minute)");
    assertThat(schedule.at("/FlexibleTimeWindow/Mode").asText()).isEqualTo("OFF");
    assertThat(schedule.at("/Target/Arn").toString()).contains("picasso-staging-watch-aliases");
    assertThat(JSON.readTree(schedule.at("/Target/Input").asText()))
        .isEqualTo(
            JSON.readTree(
                "{\"environment\": \"staging\", \"function\": \"picasso-staging-chat\", \"alias\":"
                    + " \"live\", \"companions\": [\"picasso-staging-streaming\"]}"));
  }

  @Test
  void tellsOperationsWhenARollbackOrRolloutEndsBadly() {
    var rule = rule("execution-ended-badly");
    assertThat(rule.at("/EventPattern/detail/status").toString())
        .isEqualTo("[\"FAILED\",\"TIMED_OUT\",\"ABORTED\"]");
    assertThat(rule.at("/EventPattern/detail/stateMachineArn").toString())
        .contains("stateMachine:picasso-staging-rollback", "stateMachine:picasso-staging-rollout");
    assertThat(rule.at("/Targets/0/Arn").toString()).contains("picasso-staging-operations");
  }

  private static JsonNode alarm(String name) {
    return SynthesizedApp.properties(
        STACK, "AWS::CloudWatch::Alarm", "AlarmName", "picasso-staging-" + name);
  }

  @Test
  void tellsOperationsWhenTheWatchdogDoesNotLook() {
    var alarm = alarm("watchdog-silent");
    assertThat(alarm.path("TreatMissingData").asText())
        .as("one that nobody calls has no metric")
        .isEqualTo("breaching");
    assertThat(alarm.path("EvaluationPeriods").asInt()).isEqualTo(5);
    assertThat(alarm.path("ComparisonOperator").asText()).isEqualTo("LessThanThreshold");
    assertThat(alarm.path("Metrics").toString())
        .contains("invocations - FILL(errors, 0)", "picasso-staging-watch-aliases");
    assertThat(alarm.path("AlarmActions").toString())
        .contains(":picasso-staging-operations")
        .doesNotContain("security");
  }

  @Test
  void tellsSecurityTooWhenStreamingCouldNotBeShut() {
    var alarm = alarm("containment-failed");
    assertThat(alarm.path("MetricName").asText()).isEqualTo("Errors");
    assertThat(alarm.at("/Dimensions/0/Value").asText())
        .isEqualTo("picasso-staging-shut-streaming");
    assertThat(alarm.path("Threshold").asInt()).isEqualTo(1);
    assertThat(alarm.path("AlarmActions").toString())
        .contains(":picasso-staging-operations", ":picasso-staging-security");
  }

  /** The functions that a rule or schedule calls, which look at no answer. */
  @Test
  void watchesEveryFunctionThatItCalls() {
    var called = new TreeSet<String>();
    var watched = new TreeSet<String>();
    var function = Pattern.compile("picasso-staging-[a-z-]+");
    SynthesizedApp.properties(STACK, "AWS::Events::Rule").stream()
        .flatMap(rule -> rule.path("Targets").valueStream())
        .map(target -> target.path("Arn").toString())
        .filter(arn -> arn.contains(":function:"))
        .forEach(arn -> names(function, arn, called));
    SynthesizedApp.properties(STACK, "AWS::Scheduler::Schedule")
        .forEach(schedule -> names(function, schedule.at("/Target/Arn").toString(), called));
    SynthesizedApp.properties(STACK, "AWS::CloudWatch::Alarm")
        .forEach(alarm -> {
          names(function, alarm.path("Dimensions").toString(), watched);
          names(function, alarm.path("Metrics").toString(), watched);
        });
    assertThat(called).hasSize(2).isEqualTo(watched);
  }

  private static void names(Pattern pattern, String text, Set<String> names) {
    pattern.matcher(text).results().forEach(match -> names.add(match.group()));
  }
}
