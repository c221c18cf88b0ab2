package ai.myrecruiter.picasso.runtime.master;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Methods and bodies that no route takes. */
final class BadBodies {
  private BadBodies() {}

  /** Methods that a route does not have. */
  static List<Bad> methods() {
    var bad = new ArrayList<Bad>();
    for (var method :
        List.of("PUT", "PATCH", "HEAD", "OPTIONS", "", "get", "POST ", "<script>", "\u0000")) {
      bad.add(
          new Bad(
              "method '" + method + "'",
              Bad.ALL,
              405,
              Set.of("method_not_allowed"),
              r -> r.method(method)));
    }
    return bad;
  }

  /** Bodies that are no question, for every route that reads one. */
  static List<Bad> bodies() {
    var bad = new ArrayList<Bad>();
    for (var body : new ArrayList<>(Arrays.asList(null, "", " ", "\n\t"))) {
      bad.add(new Bad("no body", Bad.WITH_BODY, 400, Set.of("missing_body"), r -> r.body(body)));
    }
    var bodied = new TreeSet<>(Bad.WITH_BODY);
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
            "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000),
            "{\"a\":" + "9".repeat(2_000) + "}",
            "{\"a\":01}",
            "{\"a\":NaN}",
            "{\"a\":1e}",
            "\ufeff{}",
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
    return bad;
  }
}
