package ai.myrecruiter.picasso.local.events;

import ai.myrecruiter.picasso.local.sdk.StageAccount;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * An event on the bus.
 *
 * @param source such as {@code aws.cloudwatch}
 * @param detailType such as {@code CloudWatch Alarm State Change}
 * @param resources ARNs of what the event is about
 * @param detail what happened, a JSON object
 */
public record StageEvent(
    String id,
    String source,
    String detailType,
    Instant time,
    List<String> resources,
    JsonNode detail) {
  /** Keeps copies. */
  public StageEvent {
    resources = List.copyOf(resources);
    detail = detail.deepCopy();
  }

  /** The event as rules and targets see it. */
  public ObjectNode toJson() {
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("version", "0")
            .put("id", id)
            .put("detail-type", detailType)
            .put("source", source)
            .put("account", StageAccount.ID)
            .put("time", time.truncatedTo(ChronoUnit.SECONDS).toString())
            .put("region", StageAccount.REGION);
    var array = json.putArray("resources");
    resources.forEach(array::add);
    json.set("detail", detail);
    return json;
  }
}
