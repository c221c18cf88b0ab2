package ai.myrecruiter.picasso.runtime.master;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Hosts, tenants and tokens that let nobody in. */
final class BadSenders {
  private BadSenders() {}

  /** Hosts and hashes of no tenant, or of another. */
  static List<Bad> tenants() {
    var bad = new ArrayList<Bad>();
    bad.add(new Bad("no host", Bad.BUT_HEALTH, 400, Set.of("bad_host"), r -> r.without("host")));
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
            "\u0000",
            "☃.example")) {
      bad.add(
          new Bad(
              "hostile host",
              Bad.BUT_HEALTH,
              400,
              Set.of("bad_host"),
              r -> r.header("host", host)));
    }
    bad.add(
        new Bad(
            "unknown host",
            Bad.BUT_HEALTH,
            403,
            Set.of("unknown_host"),
            r -> r.header("host", "evil.example")));
    bad.add(
        new Bad(
            "forwarded host",
            Bad.BUT_HEALTH,
            403,
            Set.of("unknown_host"),
            r ->
                r.header("host", "evil.example")
                    .header("x-forwarded-host", "chat.example")
                    .header("forwarded", "host=chat.example")));
    bad.add(
        new Bad(
            "no tenant",
            Bad.BUT_HEALTH,
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
              Bad.BUT_HEALTH,
              403,
              Set.of("unknown_tenant"),
              r -> r.header("x-tenant-hash", hash)));
    }
    bad.add(
        new Bad(
            "other tenant's host",
            Bad.BUT_HEALTH,
            403,
            Set.of("tenant_mismatch"),
            r -> r.header("host", "south.example")));
    return bad;
  }

  /** No token, and what is none. */
  static List<Bad> tokens() {
    var bad = new ArrayList<Bad>();
    bad.add(
        new Bad(
            "no token", Bad.MANAGED, 401, Set.of("missing_token"), r -> r.without("x-jwt-token")));
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
    return bad;
  }
}
