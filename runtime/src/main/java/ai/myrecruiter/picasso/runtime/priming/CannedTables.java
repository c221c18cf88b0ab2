package ai.myrecruiter.picasso.runtime.priming;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * DynamoDB as far as one request needs it: the one tenant, a token that nobody revoked, and a
 * conversation that has been going on, so that reading one is part of what is seen.
 */
final class CannedTables {
  private static final String WORD = "primed";
  private final InstantSource clock = InstantSource.system();

  /** The answer to a call, with the checksum that DynamoDB sends. */
  LoopbackAnswer answer(String call, JsonNode body) {
    var bytes = reply(call, body).toString().getBytes(StandardCharsets.UTF_8);
    var sum = new CRC32();
    sum.update(bytes);
    return new LoopbackAnswer(
        200,
        "application/x-amz-json-1.0",
        Map.of("x-amz-crc32", Long.toString(sum.getValue())),
        bytes);
  }

  private ObjectNode reply(String call, JsonNode body) {
    var reply = object();
    switch (call) {
      case "GetItem" -> item(reply, body.path("Key"));
      case "BatchGetItem" -> {
        tokens(reply.putObject("Responses"), body.path("RequestItems"));
        reply.putObject("UnprocessedKeys");
      }
      case "Query" -> {
        reply.put("Count", 2).put("ScannedCount", 2);
        // The latest first, as it is asked for.
        reply.putArray("Items").add(message("assistant")).add(message("user"));
      }
      default -> {}
    }
    return reply;
  }

  private void item(ObjectNode reply, JsonNode key) {
    var name = key.at("/key/S").asText();
    if (name.startsWith("host#") || name.startsWith("tenant#")) {
      reply.set("Item", tenant(name));
    } else if (key.has("tenantSession")) {
      reply.set("Item", summary());
    }
  }

  private static ObjectNode tenant(String key) {
    var item = object();
    text(item, "key", key);
    text(item, "tenant", Identity.TENANT.value());
    text(item, "hash", "0000000000000000");
    text(item, "streaming", "on");
    return item;
  }

  private static void tokens(ObjectNode responses, JsonNode asked) {
    asked
        .fieldNames()
        .forEachRemaining(table -> {
          var epoch = responses.putArray(table).addObject();
          text(epoch, "tenant", Identity.TENANT.value());
          text(epoch, "item", "epoch#tenant");
          number(epoch, "epoch", 0);
        });
  }

  private ObjectNode message(String role) {
    var item = said(object(), role);
    number(item, "ttl", soon());
    return item;
  }

  private ObjectNode summary() {
    var item = object();
    said(item.putObject("facts").putArray("L").addObject().putObject("M"), "user");
    text(item, "createdAt", clock.instant().toString());
    number(item, "revision", 1);
    number(item, "ttl", soon());
    return item;
  }

  private ObjectNode said(ObjectNode item, String role) {
    text(item, "role", role);
    text(item, "text", WORD);
    text(item, "createdAt", clock.instant().toString());
    return item;
  }

  private long soon() {
    return clock.instant().plusSeconds(3_600).getEpochSecond();
  }

  private static void text(ObjectNode item, String name, String value) {
    item.putObject(name).put("S", value);
  }

  private static void number(ObjectNode item, String name, long value) {
    item.putObject(name).put("N", Long.toString(value));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
