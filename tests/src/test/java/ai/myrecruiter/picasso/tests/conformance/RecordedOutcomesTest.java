package ai.myrecruiter.picasso.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.data.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is handed to a task follows from the events that were recorded of it. */
final class RecordedOutcomesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "invoke; TaskStarted,TaskSucceeded; SUCCEEDED; ",
        "invoke; TaskStarted,TaskFailed; FAILED; E",
        "invoke; TaskStartFailed; FAILED; E",
        "invoke; TaskStarted,TaskTimedOut; FAILED; States.Timeout",
        "invoke; TaskStarted; FAILED; States.Timeout",
        "invoke.waitForTaskToken; TaskStarted,TaskSubmitted,TaskSucceeded; SUCCEEDED; ",
        "invoke.waitForTaskToken; TaskStarted,TaskSubmitted,TaskFailed; FAILED; E",
        "invoke.waitForTaskToken; TaskStarted,TaskSubmitFailed; FAILED; E",
        "invoke.waitForTaskToken; TaskStarted,TaskSubmitted,TaskTimedOut; FAILED; States.Timeout",
      })
  void replaysTheEventsThatWereRecorded(
      String resource, String events, String status, String error) {
    var answer = new Replay(recorded(resource, events)).answer();
    assertThat(answer.path("status").asText()).isEqualTo(status);
    assertThat(answer.path("error").textValue()).isEqualTo(error);
    var types = answer.path("events").findValuesAsText("type");
    assertThat(types.subList(3, types.size() - 1)).startsWith(events.split(","));
  }

  private static RecordedCase recorded(String resource, String events) {
    var json = Json.object();
    json.put("kind", "execution").put("expectKind", "history").put("input", "{}");
    json.put(
        "definition",
        """
        {"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:%s",
         "TimeoutSeconds": 9, "Parameters": {"FunctionName": "f", "Payload.$": "$$.State"}, "End": true}}}\
        """
            .formatted(resource));
    json.putArray("history");
    json.putArray("transformers");
    var task = json.putArray("tasks").addObject();
    task.put("resource", resource).put("error", "E").put("cause", "c").put("output", "{\"a\": 1}");
    task.putObject("submitted");
    task.set("events", Json.parse("[\"" + events.replace(",", "\",\"") + "\"]"));
    return new RecordedCase("a case", json);
  }
}
