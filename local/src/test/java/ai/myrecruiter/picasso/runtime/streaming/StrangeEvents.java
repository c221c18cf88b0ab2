package ai.myrecruiter.picasso.runtime.streaming;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;

/** Events that a Function URL never sends, and some that it does. */
final class StrangeEvents {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String REQUEST = "{\"request\":\"0a1b2c3d-0000-4000-8000-00000000000a\"}";
  private final RandomGenerator random;
  private final List<String> words;

  StrangeEvents(RandomGenerator random, String token) {
    this.random = random;
    this.words =
        List.of(
            "",
            " ",
            "stream",
            "cancel",
            "POST",
            "post",
            "GET",
            "host",
            "Host",
            "body",
            "action",
            "isBase64Encoded",
            "x-jwt-token",
            "authorization",
            "Bearer ",
            "Bearer " + token,
            token,
            token + "=",
            "eyJhbGciOiJub25lIn0.e30.",
            "north.example",
            "south.example",
            "chat.example",
            "aaaaaaaa",
            "bbbbbbbb",
            "{",
            "[]",
            "{\"message\":\"x\"}",
            "{\"message\":\"\\ud800\"}",
            "{\"message\":\"a\",\"message\":\"b\"}",
            "{\"message\":\"a\",\"request\":7}",
            REQUEST,
            "[".repeat(3_000),
            "x".repeat(40_000),
            "null",
            "\u0000",
            "a\r\nx: y",
            "\ud83d\ude00",
            "\ufeff",
            "../../etc",
            "%00",
            "é",
            "1e400");
  }

  /** Bytes of an event of one of the kinds. */
  byte[] next(ObjectNode good) {
    var event = shaped(good);
    return switch (random.nextInt(8)) {
      case 0 -> noise();
      case 1 -> changed(event.toString().getBytes(StandardCharsets.UTF_8));
      default -> {
        for (int i = random.nextInt(3); i > 0; i--) {
          mutate(event);
        }
        yield event.toString().getBytes(StandardCharsets.UTF_8);
      }
    };
  }

  /** The event of a Function URL, of API Gateway with payload 1.0, or of a direct call. */
  private ObjectNode shaped(ObjectNode good) {
    switch (random.nextInt(10)) {
      case 0 -> {
        good.remove("requestContext");
        good.put("httpMethod", "POST").put("path", "/").putObject("requestContext");
        var many = good.putObject("multiValueHeaders");
        good.path("headers")
            .properties()
            .forEach(header -> many.putArray(header.getKey()).add(header.getValue()));
      }
      case 1 -> good.removeAll().put("action", word());
      case 2 ->
          good.put("body", REQUEST).putObject("queryStringParameters").put("action", "cancel");
      case 3 ->
          encode(
              good,
              random.nextBoolean()
                  ? noise()
                  : "{\"message\":\"é\"}".getBytes(StandardCharsets.UTF_8));
      case 4 -> good.putObject("queryStringParameters").put("action", word());
      default -> {}
    }
    return good;
  }

  private static void encode(ObjectNode event, byte[] body) {
    event.put("isBase64Encoded", true).put("body", Base64.getEncoder().encodeToString(body));
  }

  private byte[] noise() {
    var noise = new byte[random.nextInt(300)];
    random.nextBytes(noise);
    return noise;
  }

  private byte[] changed(byte[] event) {
    for (int i = random.nextInt(6); i >= 0; i--) {
      event[random.nextInt(event.length)] = (byte) random.nextInt(256);
    }
    return event;
  }

  /** Makes some value anywhere another. */
  private void mutate(ObjectNode event) {
    var places = new ArrayList<ObjectNode>();
    collect(event, places);
    var place = places.get(random.nextInt(places.size()));
    var names = new ArrayList<String>();
    place.fieldNames().forEachRemaining(names::add);
    var name =
        names.isEmpty() || random.nextInt(6) == 0
            ? word()
            : names.get(random.nextInt(names.size()));
    if (random.nextInt(4) == 0) {
      place.remove(name);
    } else {
      place.set(name, value(2));
    }
  }

  private static void collect(ObjectNode object, List<ObjectNode> places) {
    places.add(object);
    object.properties().stream()
        .filter(field -> field.getValue().isObject())
        .forEach(field -> collect((ObjectNode) field.getValue(), places));
  }

  private JsonNode value(int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.booleanNode(random.nextBoolean());
      case 2 -> JSON.numberNode(random.nextLong());
      case 3 -> JSON.numberNode(random.nextGaussian() * 1e300);
      case 6 -> JSON.arrayNode().add(value(depth - 1)).add(value(depth - 1));
      case 7 -> JSON.objectNode().set(word(), value(depth - 1));
      default -> JSON.textNode(word());
    };
  }

  private String word() {
    return words.get(random.nextInt(words.size()));
  }
}
