package ai.myrecruiter.picasso.infra.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.infra.SynthesizedApp;
import ai.myrecruiter.picasso.infra.artifact.Inputs;
import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;

final class WorkflowsStackTest {
  private static final String STACK = "picasso-staging-workflows";
  private static final Pattern SUBSTITUTION = Pattern.compile("\\$\\{([^}]*)}");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void givesEveryTaskAFunctionOfItsName() {
    var tasks = Stream.concat(TaskList.STATES.stream(), Stream.of(TaskList.WATCHDOG)).toList();
    for (var task : tasks) {
      var function = function(task.kebabName());
      assertThat(function.path("Handler").asText()).isEqualTo(task.handler());
      assertThat(function.path("Timeout").asInt()).isEqualTo(task.timeoutSeconds());
      assertThat(function.path("MemorySize").asInt()).isEqualTo(1024);
      assertThat(function.path("Runtime").asText()).isEqualTo("java25");
      assertThat(function.path("Architectures").toString()).isEqualTo("[\"arm64\"]");
    }
    assertThat(SynthesizedApp.properties(STACK, "AWS::Lambda::Function")).hasSameSizeAs(tasks);
  }

  @Test
  void tellsATaskWhereItsStoresAreAndNothingElse() {
    assertThat(variables("acquire-lease"))
        .containsExactlyInAnyOrder(
            "PICASSO_ENVIRONMENT", "PICASSO_LEASES_TABLE", "PICASSO_ROLLOUTS_TABLE");
    assertThat(variables("notify-audience"))
        .containsExactlyInAnyOrder("PICASSO_ENVIRONMENT", "PICASSO_TOPIC_ARN");
    assertThat(variables("watch-aliases"))
        .containsExactlyInAnyOrder(
            "PICASSO_ENVIRONMENT", "PICASSO_LEASES_TABLE", "PICASSO_ROLLBACK_STATE_MACHINE_ARN");
  }

  @Test
  void letsTheFirstActOfRollbackWaitForNoStore() {
    assertThat(variables("restore-alias")).containsExactly("PICASSO_ENVIRONMENT");
    var restore =
        SynthesizedApp.resources(STACK).stream()
            .filter(resource -> resource.getKey().startsWith("RestoreAlias"))
            .map(resource -> resource.getValue().toString());
    assertThat(restore).isNotEmpty().noneMatch(text -> text.contains("dynamodb"));
  }

  private static List<String> variables(String kebabName) {
    return function(kebabName).path("Environment").path("Variables").properties().stream()
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void fillsInEverySubstitutionOfEveryMachine() {
    for (var name : List.of("rollout", "rollback", "health-validation")) {
      var machine = machine(name);
      var definition =
          SUBSTITUTION
              .matcher(machine.path("DefinitionString").asText())
              .results()
              .map(match -> match.group(1))
              .collect(Collectors.toSet());
      assertThat(machine.path("DefinitionSubstitutions").fieldNames())
          .toIterable()
          .containsExactlyInAnyOrderElementsOf(definition);
      assertThat(machine.path("StateMachineType").asText()).isEqualTo("STANDARD");
    }
  }

  @Test
  void logsTransitionsWithoutTheirData() {
    for (var machine : SynthesizedApp.properties(STACK, "AWS::StepFunctions::StateMachine")) {
      assertThat(machine.path("LoggingConfiguration").path("Level").asText()).isEqualTo("ALL");
      assertThat(machine.path("LoggingConfiguration").path("IncludeExecutionData").asBoolean(true))
          .isFalse();
    }
  }

  @Test
  void startsRollbackWhenAnAlarmOfTheChatServiceGoesOff() throws IOException {
    var rule = rule("picasso-staging-rollback-on-alarm");
    assertThat(rule.path("EventPattern"))
        .isEqualTo(
            JSON.readTree(
                """
                {"source": ["aws.cloudwatch"], "detail-type": ["CloudWatch Alarm State Change"],
                 "detail": {"state": {"value": ["ALARM"]}, "alarmName": [
                   "picasso-staging-cross-tenant-attempts", "picasso-staging-chat-errors"]}}
                """));
    var alarms = SynthesizedApp.properties("picasso-staging-payload", "AWS::CloudWatch::Alarm");
    assertThat(alarms)
        .extracting(alarm -> alarm.path("AlarmName").asText())
        .as("the alarms that there are; the first two start rollback")
        .containsExactlyInAnyOrder(
            "picasso-staging-cross-tenant-attempts",
            "picasso-staging-chat-errors",
            "picasso-staging-streaming-cross-tenant-attempts",
            "picasso-staging-streaming-latency",
            "picasso-staging-dynamodb-throttling",
            "picasso-staging-streaming-dynamodb-throttling");
  }

  @Test
  void givesRollbackTheInputThatItsSchemaAsksFor() throws IOException {
    var transformer =
        rule("picasso-staging-rollback-on-alarm").path("Targets").path(0).path("InputTransformer");
    var input = transformer.path("InputTemplate").asText();
    for (var path : transformer.path("InputPathsMap").properties()) {
      input = input.replace("<" + path.getKey() + ">", "\"" + path.getValue().asText() + "\"");
    }
    assertThat(JSON.readTree(input))
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
  void callsTheWatchdogEveryMinute() throws IOException {
    var rule = rule("picasso-staging-watch-every-minute");
    assertThat(rule.path("ScheduleExpression").asText()).isEqualTo("rate(1 minute)");
    assertThat(JSON.readTree(rule.path("Targets").path(0).path("Input").asText()))
        .isEqualTo(
            JSON.readTree(
                "{\"environment\": \"staging\", \"function\": \"picasso-staging-chat\", \"alias\":"
                    + " \"live\", \"companions\": [\"picasso-staging-streaming\"]}"));
  }

  @Test
  void keysTheTablesAsTheTasksReadThem() {
    assertThat(table("picasso-staging-leases").path("KeySchema").toString())
        .isEqualTo("[{\"AttributeName\":\"environment\",\"KeyType\":\"HASH\"}]");
    assertThat(table("picasso-staging-rollouts").path("KeySchema").toString())
        .isEqualTo(
            "[{\"AttributeName\":\"environment\",\"KeyType\":\"HASH\"},{\"AttributeName\":\"rolloutId\",\"KeyType\":\"RANGE\"}]");
  }

  @Test
  void encryptsAndRecoversEveryTable() {
    for (var table : SynthesizedApp.properties(STACK, "AWS::DynamoDB::Table")) {
      assertThat(table.path("SSESpecification").path("SSEEnabled").asBoolean()).isTrue();
      assertThat(
              table
                  .path("PointInTimeRecoverySpecification")
                  .path("PointInTimeRecoveryEnabled")
                  .asBoolean())
          .isTrue();
      assertThat(table.path("BillingMode").asText()).isEqualTo("PAY_PER_REQUEST");
      assertThat(table.has("TimeToLiveSpecification")).isFalse();
    }
  }

  @Test
  void keepsTablesOfProductionWhateverHappensToTheStack() {
    SynthesizedApp.resources("picasso-production-workflows").stream()
        .map(resource -> resource.getValue())
        .filter(resource -> resource.path("Type").asText().equals("AWS::DynamoDB::Table"))
        .forEach(table -> {
          assertThat(table.path("DeletionPolicy").asText()).isEqualTo("Retain");
          assertThat(table.path("Properties").path("DeletionProtectionEnabled").asBoolean())
              .isTrue();
        });
  }

  @Test
  void refusesToSynthesizeDefinitionsThatDoNotFitTheTasks(@TempDir Path folder) throws IOException {
    for (var name : Machines.NAMES) {
      Files.writeString(folder.resolve(name + ".asl.json"), "{\"Comment\": \"${Unknown}\"}");
    }
    var inputs = new Inputs(SynthesizedApp.jar("tasks"), Path.of("unused"), folder);
    assertThatThrownBy(() -> new WorkflowsStack(new App(), EnvironmentSettings.STAGING, inputs))
        .hasMessageContaining("${Unknown} stands for no task")
        .hasMessageContaining("no state calls ${AcquireLeaseFunctionArn}");
  }

  private static JsonNode function(String kebabName) {
    return SynthesizedApp.properties(
        STACK, "AWS::Lambda::Function", "FunctionName", "picasso-staging-" + kebabName);
  }

  private static JsonNode machine(String name) {
    return SynthesizedApp.properties(
        STACK, "AWS::StepFunctions::StateMachine", "StateMachineName", "picasso-staging-" + name);
  }

  private static JsonNode rule(String name) {
    return SynthesizedApp.properties(STACK, "AWS::Events::Rule", "Name", name);
  }

  private static JsonNode table(String name) {
    return SynthesizedApp.properties(STACK, "AWS::DynamoDB::Table", "TableName", name);
  }
}
