package ai.myrecruiter.picasso.tests.conformance;

import ai.myrecruiter.picasso.local.engine.ExecutionStatus;
import ai.myrecruiter.picasso.local.engine.data.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The history of an execution as the SDK shows it, with what its last event says of the end. */
record AnsweredHistory(SfnClient client, Transformers transformers) {
  private static final Map<ExecutionStatus, String> LAST =
      Map.of(
          ExecutionStatus.SUCCEEDED, "ExecutionSucceeded",
          ExecutionStatus.FAILED, "ExecutionFailed",
          ExecutionStatus.TIMED_OUT, "ExecutionTimedOut",
          ExecutionStatus.ABORTED, "ExecutionAborted");

  /** The type of event that ends an execution of a status; empty while it runs. */
  static String lastType(ExecutionStatus status) {
    return LAST.getOrDefault(status, "");
  }

  JsonNode of(String executionArn) {
    var events = JsonNodeFactory.instance.arrayNode();
    client
        .getExecutionHistoryPaginator(request -> request.executionArn(executionArn))
        .events()
        .forEach(event -> events.add(json(event)));
    var answer = Json.object();
    answer.set("events", events);
    return withEnd(transformers.apply(answer));
  }

  private static JsonNode withEnd(JsonNode answer) {
    var end = Json.object();
    var events = answer.path("events");
    end.set("events", events);
    var last = events.path(events.size() - 1);
    var type = last.path("type").asText();
    end.put("lastEvent", type);
    LAST.forEach((status, name) -> {
      if (name.equals(type)) {
        end.put("status", status.name());
      }
    });
    var field = Character.toLowerCase(type.charAt(0)) + type.substring(1) + "EventDetails";
    for (var detail : List.of("output", "error", "cause")) {
      if (last.path(field).has(detail)) {
        end.set(detail, last.path(field).path(detail));
      }
    }
    return end;
  }

  private static JsonNode json(SdkPojo pojo) {
    var json = Json.object();
    pojo.sdkFields()
        .forEach(field -> {
          var value = field.getValueOrDefault(pojo);
          switch (value) {
            case null -> {}
            case SdkAutoConstructMap<?, ?> _ -> {}
            case SdkPojo inner -> json.set(field.locationName(), json(inner));
            case Long number -> json.put(field.locationName(), number);
            case Integer number -> json.put(field.locationName(), number);
            case Boolean flag -> json.put(field.locationName(), flag);
            default -> json.put(field.locationName(), value.toString());
          }
        });
    return json;
  }
}
