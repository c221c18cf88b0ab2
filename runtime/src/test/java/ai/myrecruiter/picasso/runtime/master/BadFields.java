package ai.myrecruiter.picasso.runtime.master;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Good JSON that a route cannot do anything with. */
final class BadFields {
  private BadFields() {}

  /** Fields and actions out of their form. */
  static List<Bad> fields() {
    var bad = new ArrayList<Bad>();
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
            Bad.minus(Route.STATE_CLEAR),
            404,
            Set.of("unknown_action"),
            r -> r.query("action", "drop_tables")));
    bad.add(
        new Bad(
            "path in the action",
            Bad.minus(Route.STATE_CLEAR),
            404,
            Set.of("unknown_action"),
            r -> r.query("action", "state_clear")));
    return bad;
  }
}
