package ai.myrecruiter.picasso.runtime.master;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Every route with every kind of bad input behind every edge: the right status, a stable code, no
 * trace of code, and not a byte of the tables changed.
 */
final class BadInputMatrixTest {
  private static final String NUL = "\u0000";
  private final MasterStage stage = new MasterStage();
  private final String manage = stage.manageToken(MasterStage.NORTH);

  /** Routes that read a body. */
  private static final Set<Route> WITH_BODY =
      Set.of(Route.REFRESH_TOKEN, Route.REVOKE, Route.CHAT, Route.STATE_CLEAR);

  private static final Set<Route> MANAGED =
      Set.of(Route.JWT_METRICS, Route.REVOKE, Route.STATE_CLEAR);

  /** A kind of bad input, the routes it is bad for, and what they must answer. */
  private record Bad(
      String name,
      Set<Route> routes,
      int status,
      Set<String> codes,
      UnaryOperator<TestRequest> make) {}

  private static final Set<Route> ALL = Set.of(Route.values());
  private static final Set<Route> BUT_HEALTH = minus(Route.HEALTH_CHECK);

  private static Set<Route> minus(Route... routes) {
    var left = new TreeSet<>(ALL);
    left.removeAll(List.of(routes));
    return Set.copyOf(left);
  }

  private static List<Bad> matrix() {
    var bad = new ArrayList<Bad>();
    for (var method :
        List.of("PUT", "PATCH", "HEAD", "OPTIONS", "", "get", "POST ", "<script>", NUL)) {
      bad.add(
          new Bad(
              "method '" + method + "'",
              ALL,
              405,
              Set.of("method_not_allowed"),
              r -> r.method(method)));
    }
    for (var body : new ArrayList<>(Arrays.asList(null, "", " ", "\n\t"))) {
      bad.add(new Bad("no body", WITH_BODY, 400, Set.of("missing_body"), r -> r.body(body)));
    }
    var bodied = new TreeSet<>(WITH_BODY);
    bodied.add(Route.ISSUE_TOKEN);
    for (var text :
        List.of(
            "{",
            "[1]",
            "null",
            "7",
            "\"a\"",
            "{} x",
            "{\"message\":}",
            "{\"a\":1,\"a\":2}",
            "{'a':1}",
            "[".repeat(20_000),
            "{\"message\":\"\\ud800\"")) {
      bad.add(new Bad("bad JSON", bodied, 400, Set.of("bad_json"), r -> r.body(text)));
    }
    bad.add(
        new Bad(
            "1 MB body",
            bodied,
            413,
            Set.of("body_too_large"),
            r -> r.body("{\"message\":\"" + "x".repeat(1_048_576) + "\"}")));
    bad.add(
        new Bad(
            "1 MB of binary",
            bodied,
            413,
            Set.of("body_too_large"),
            r -> r.bytes(new byte[1_048_576])));
    for (var raw :
        List.of(
            new byte[] {'{', (byte) 0xff, '}'},
            new byte[] {(byte) 0xc3},
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            "{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_16),
            "é".getBytes(StandardCharsets.ISO_8859_1))) {
      bad.add(new Bad("bad UTF-8", bodied, 400, Set.of("bad_encoding"), r -> r.bytes(raw)));
    }
    bad.add(new Bad("no host", BUT_HEALTH, 400, Set.of("bad_host"), r -> r.without("host")));
    for (var host :
        List.of(
            "",
            " ",
            "a b",
            "chat.example:80:80",
            "chat..example",
            "-",
            "a".repeat(400),
            "chat.example\r\nx: y",
            "chat.example#",
            NUL,
            "☃.example")) {
      bad.add(
          new Bad(
              "hostile host", BUT_HEALTH, 400, Set.of("bad_host"), r -> r.header("host", host)));
    }
    bad.add(
        new Bad(
            "unknown host",
            BUT_HEALTH,
            403,
            Set.of("unknown_host"),
            r -> r.header("host", "evil.example")));
    bad.add(
        new Bad(
            "forwarded host",
            BUT_HEALTH,
            403,
            Set.of("unknown_host"),
            r ->
                r.header("host", "evil.example")
                    .header("x-forwarded-host", "chat.example")
                    .header("forwarded", "host=chat.example")));
    bad.add(
        new Bad(
            "no tenant",
            BUT_HEALTH,
            400,
            Set.of("missing_tenant"),
            r -> r.without("x-tenant-hash")));
    for (var hash :
        List.of(
            "",
            "ffffffffffffffff",
            "north",
            "' OR 1=1",
            "../tenants",
            "0a".repeat(100),
            MasterStage.NORTH.toUpperCase(Locale.ROOT),
            MasterStage.NORTH + "," + MasterStage.SOUTH)) {
      bad.add(
          new Bad(
              "unknown tenant",
              BUT_HEALTH,
              403,
              Set.of("unknown_tenant"),
              r -> r.header("x-tenant-hash", hash)));
    }
    bad.add(
        new Bad(
            "other tenant's host",
            BUT_HEALTH,
            403,
            Set.of("tenant_mismatch"),
            r -> r.header("host", "south.example")));
    bad.add(
        new Bad("no token", MANAGED, 401, Set.of("missing_token"), r -> r.without("x-jwt-token")));
    for (var token :
        List.of(
            "",
            "a",
            "a.b.c",
            "Bearer x",
            "..",
            "eyJhbGciOiJub25lIn0.e30.",
            "x".repeat(10_000),
            "é.é.é",
            "{\"alg\":\"none\"}",
            "a.b.c\r\nx-tenant-hash: 0b")) {
      bad.add(
          new Bad(
              "hostile token",
              Set.of(
                  Route.JWT_METRICS,
                  Route.REVOKE,
                  Route.STATE_CLEAR,
                  Route.CHAT,
                  Route.ISSUE_TOKEN),
              401,
              Set.of("malformed_token", "bad_header", "forbidden_header", "wrong_type"),
              r -> r.token(token)));
    }
    bad.add(
        new Bad(
            "token of the wrong purpose",
            Set.of(Route.CHAT, Route.ISSUE_TOKEN),
            401,
            Set.of("wrong_type"),
            r -> r));
    bad.add(
        new Bad(
            "field of another type",
            Set.of(Route.REFRESH_TOKEN, Route.REVOKE, Route.STATE_CLEAR),
            400,
            Set.of("missing_field"),
            r -> r.body("{\"refresh_token\":7,\"scope\":{},\"session\":[]}")));
    bad.add(
        new Bad(
            "no field",
            Set.of(Route.REFRESH_TOKEN, Route.REVOKE, Route.STATE_CLEAR),
            400,
            Set.of("missing_field"),
            r -> r.body("{}")));
    bad.add(
        new Bad(
            "message of another type",
            Set.of(Route.CHAT),
            400,
            Set.of("missing_message"),
            r -> r.body("{\"message\":7}")));
    bad.add(
        new Bad(
            "half a character",
            Set.of(Route.CHAT),
            400,
            Set.of("bad_encoding"),
            r -> r.body("{\"message\":\"\\ud800\"}")));
    bad.add(
        new Bad(
            "long message",
            Set.of(Route.CHAT),
            413,
            Set.of("message_too_long"),
            r -> r.message("x".repeat(4_001))));
    bad.add(
        new Bad(
            "bad request id",
            Set.of(Route.CHAT),
            400,
            Set.of("bad_field"),
            r -> r.body("{\"message\":\"a\",\"request\":\"Ada\"}")));
    bad.add(
        new Bad(
            "bad session",
            Set.of(Route.STATE_CLEAR),
            400,
            Set.of("bad_field"),
            r -> r.body("{\"session\":\"a#b\"}")));
    bad.add(
        new Bad(
            "session and subject",
            Set.of(Route.STATE_CLEAR),
            400,
            Set.of("missing_field"),
            r -> r.body("{\"session\":\"aaaaaaaa\",\"subject\":\"aaaaaaaa\"}")));
    bad.add(
        new Bad(
            "unknown scope",
            Set.of(Route.REVOKE),
            400,
            Set.of("bad_field"),
            r -> r.body("{\"scope\":\"world\"}")));
    bad.add(
        new Bad(
            "bad session in query",
            Set.of(Route.CONFIG),
            400,
            Set.of("bad_field"),
            r -> r.query("session", "a#b")));
    bad.add(
        new Bad(
            "unknown refresh token",
            Set.of(Route.REFRESH_TOKEN),
            401,
            Set.of("unknown_refresh"),
            r -> r.body("{\"refresh_token\":\"" + "A".repeat(43) + "\"}")));
    bad.add(
        new Bad(
            "unknown action",
            minus(Route.STATE_CLEAR),
            404,
            Set.of("unknown_action"),
            r -> r.query("action", "drop_tables")));
    bad.add(
        new Bad(
            "path in the action",
            minus(Route.STATE_CLEAR),
            404,
            Set.of("unknown_action"),
            r -> r.query("action", "state_clear")));
    return bad;
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
            "{\"requestContext\":{},\"httpMethod\":\"POST\",\"multiValueHeaders\":{\"Host\":[\"a\",\"b\"]}}")) {
      assertThat(MasterStage.Answer.of(stage.raw(event.getBytes(StandardCharsets.UTF_8))).code())
          .as(event)
          .isEqualTo("bad_event");
    }
  }
}
