package ai.myrecruiter.picasso.runtime.master;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events that nobody thought of: the function answers each, never with 500, and never breaks. */
final class MasterFuzzTest {
  private static final List<TestRequest.Shape> SHAPES = List.of(TestRequest.Shape.values());
  private static final int EVENTS = Integer.getInteger("picasso.fuzz", 2_500);
  private static final long SEED = Long.getLong("picasso.seed", 20261124L);
  private final MasterStage stage = new MasterStage();
  private final Random random = new Random(SEED);
  private final String manage = stage.manageToken(MasterStage.NORTH);
  private final JsonNode issued = stage.issue();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void answersEveryEventAndNeverWith500() {
    int answered = 0;
    for (int i = 0; i < EVENTS; i++) {
      var event = random.nextInt(4) == 0 ? bytes() : mutated();
      var answer = stage.raw(event);
      var what =
          "event %d of seed %d: %s%nrepeat: mvn -pl runtime test -Dtest=MasterFuzzTest -Dpicasso.seed=%d"
              .formatted(i, SEED, new String(event, StandardCharsets.UTF_8), SEED);
      int status = answer.path("statusCode").asInt(200);
      assertThat(status).as(what).isBetween(200, 499);
      assertThat(answer.toString()).as(what).doesNotContain("Exception", "internal_error");
      answered += status < 400 ? 1 : 0;
      assertThat(stage.context.lines.toString()).as(what).doesNotContain("JwtBypasses");
      stage.context.lines.clear();
    }
    System.out.printf("fuzz: %d events, %d of them answered with 200%n", EVENTS, answered);
    assertThat(answered).as("some must get through, or nothing was tried").isGreaterThan(10);
  }

  /** Bytes of any kind, or of a good event with some of them changed. */
  private byte[] bytes() {
    if (random.nextBoolean()) {
      var noise = new byte[random.nextInt(300)];
      random.nextBytes(noise);
      return noise;
    }
    var event = request().event().toString().getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(6); i >= 0; i--) {
      event[random.nextInt(event.length)] = (byte) random.nextInt(256);
    }
    return event;
  }

  /** A good event in which some value anywhere is another. */
  private byte[] mutated() {
    var event = (ObjectNode) request().event();
    for (int i = random.nextInt(3); i > 0; i--) {
      mutate(event);
    }
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void mutate(ObjectNode event) {
    var places = new ArrayList<ObjectNode>();
    collect(event, places);
    var place = places.get(random.nextInt(places.size()));
    var names = new ArrayList<String>();
    place.fieldNames().forEachRemaining(names::add);
    var name =
        names.isEmpty() || random.nextInt(6) == 0
            ? text()
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
    var json = JsonNodeFactory.instance;
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> json.nullNode();
      case 1 -> json.booleanNode(random.nextBoolean());
      case 2 -> json.numberNode(random.nextLong());
      case 3 -> json.numberNode(random.nextGaussian() * 1e300);
      case 6 -> array(depth);
      case 7 -> json.objectNode().set(text(), value(depth - 1));
      default -> json.textNode(text());
    };
  }

  private ArrayNode array(int depth) {
    var array = JsonNodeFactory.instance.arrayNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      array.add(value(depth - 1));
    }
    return array;
  }

  private String text() {
    var words =
        List.of(
            "",
            "chat",
            "config",
            "POST",
            "GET",
            "host",
            "body",
            "{",
            "{\"message\":\"x\"}",
            "a#b",
            "/state/clear",
            "chat.example",
            "north.example",
            MasterStage.SOUTH,
            "null",
            "\u0000",
            "\ud83d\ude00",
            "../../etc",
            "%00",
            "a".repeat(5_000),
            "Bearer ",
            issued.path("token").asText(),
            "isBase64Encoded",
            "action",
            "health_check",
            "issue_token",
            "tenant_hash",
            "é",
            "1e400");
    return words.get(random.nextInt(words.size()));
  }

  private TestRequest request() {
    var token = issued.path("token").asText();
    var session = issued.path("session").asText();
    var request =
        switch (random.nextInt(9)) {
          case 0 -> TestRequest.get("health_check");
          case 1 -> TestRequest.get("config").query("session", session);
          case 2 -> TestRequest.get("jwt_metrics").token(manage);
          case 3 -> TestRequest.post("issue_token").body(random.nextBoolean() ? null : "{}");
          case 4 ->
              TestRequest.post("refresh_token")
                  .body("{\"refresh_token\":\"" + text().replace("\"", "") + "\"}");
          case 5 ->
              TestRequest.post("revoke")
                  .token(manage)
                  .body("{\"scope\":\"session\",\"session\":\"nobody-1\"}");
          case 6 -> TestRequest.clear().token(manage).body("{\"session\":\"nobody-2\"}");
          case 7 -> TestRequest.post("chat").message("hello").token(token);
          default -> TestRequest.post("chat").message("hello");
        };
    return request.as(SHAPES.get(random.nextInt(SHAPES.size())));
  }
}
