package ai.myrecruiter.picasso.runtime.master;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every route with every kind of bad input behind every edge: the right status, a stable code, no
 * trace of code, and not a byte of the tables changed.
 */
final class BadInputMatrixTest {
  private final MasterStage stage = new MasterStage();
  private final String manage = stage.manageToken(MasterStage.NORTH);

  private static List<Bad> matrix() {
    return Stream.of(
            BadBodies.methods(),
            BadBodies.bodies(),
            BadSenders.tenants(),
            BadSenders.tokens(),
            BadFields.fields())
        .flatMap(List::stream)
        .toList();
  }

  private TestRequest good(Route route) {
    var request =
        switch (route) {
          case HEALTH_CHECK, JWT_METRICS, CONFIG -> TestRequest.get(route.action());
          case ISSUE_TOKEN, CHAT -> TestRequest.post(route.action()).message("hello");
          case REFRESH_TOKEN, REVOKE ->
              TestRequest.post(route.action())
                  .body("{\"scope\":\"tenant\",\"refresh_token\":\"x\"}");
          case STATE_CLEAR -> TestRequest.clear().body("{\"session\":\"aaaaaaaa\"}");
        };
    return request.token(manage);
  }

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void refusesEveryBadInputOnEveryRouteBehindEveryEdge() {
    var before = stage.tables.contents();
    var counts = new TreeMap<Route, Integer>();
    for (var bad : matrix()) {
      for (var route : bad.routes()) {
        for (var shape : TestRequest.Shape.values()) {
          check(bad, route, shape);
          counts.merge(route, 1, Integer::sum);
        }
      }
    }
    assertThat(stage.tables.contents()).as("nothing was changed").isEqualTo(before);
    assertThat(counts).containsOnlyKeys(Route.values());
    int cells = counts.values().stream().mapToInt(Integer::intValue).sum();
    System.out.printf("bad input: %d cells, by route %s%n", cells, Map.copyOf(counts));
    assertThat(cells).isGreaterThan(800);
  }

  private void check(Bad bad, Route route, TestRequest.Shape shape) {
    var request = bad.make().apply(good(route)).as(shape);
    int lines = stage.context.lines.size();
    var answer = stage.call(request);
    var what = "%s to %s by %s: %s".formatted(bad.name(), route, shape, answer);
    assertThat(answer.status()).as(what).isEqualTo(bad.status());
    assertThat(bad.codes()).as(what).contains(answer.code());
    assertThat(answer.toString()).as(what).doesNotContain("Exception", "at ai.", "software.amazon");
    var logged = stage.context.lines.subList(lines, stage.context.lines.size());
    assertThat(logged).as(what).hasSize(2);
    assertThat(logged.toString()).as(what).doesNotContain("\"level\":\"ERROR\"", "script", "evil");
  }

  /** Looks like UTF-32 and is not. */
  @Test
  void refusesBytesOfNoEncoding() {
    var answer = stage.raw(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0, 1, 2, 3, 4});
    assertThat(MasterStage.Answer.of(answer).code()).isEqualTo("bad_event");
  }

  @Test
  void refusesEventsThatAreNoRequests() {
    for (var event :
        List.of(
            "",
            "x",
            "[]",
            "null",
            "7",
            "{}",
            "{\"action\":7}",
            "{\"requestContext\":[]}",
            "{\"a\":1}{",
            "\u0000",
            "[".repeat(50_000))) {
      var answer = MasterStage.Answer.of(stage.raw(event.getBytes(StandardCharsets.UTF_8)));
      assertThat(answer.status()).as(event).isEqualTo(400);
      assertThat(answer.code()).as(event).isEqualTo("bad_event");
    }
    for (var event :
        List.of(
            "{\"requestContext\":{}}",
            "{\"requestContext\":{\"http\":{}}}",
            "{\"requestContext\":{\"http\":{\"method\":7}}}",
            "{\"requestContext\":{},\"httpMethod\":\"POST\",\"body\":\"%%\",\"isBase64Encoded\":true}",
            "{\"requestContext\":{},\"httpMethod\":\"POST\",\"multiValueHeaders\":{\"Host\":[\"a\",\"b\"]}}",
            "{\"requestContext\":{},\"httpMethod\":\"POST\",\"multiValueHeaders\":{\"X-Tenant-Hash\":[\"a\",\"a\"]}}",
            "{\"requestContext\":{},\"httpMethod\":\"POST\",\"headers\":{\"host\":\"a\",\"Host\":\"b\"}}",
            "{\"requestContext\":{\"http\":{\"method\":\"POST\"}},\"headers\":{\"Authorization\":\"a\",\"authorization\":\"b\"}}")) {
      assertThat(MasterStage.Answer.of(stage.raw(event.getBytes(StandardCharsets.UTF_8))).code())
          .as(event)
          .isEqualTo("bad_event");
    }
  }
}
