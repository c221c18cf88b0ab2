package ai.myrecruiter.picasso.runtime.jwt;

import static ai.myrecruiter.picasso.runtime.jwt.AttackMatrixTest.now;

import java.util.ArrayList;
import java.util.List;

/** Claims that our key has signed and that must not be taken all the same. */
final class ClaimAttacks {
  private ClaimAttacks() {}

  static List<Attack> of(Stage stage) {
    var attacks = new ArrayList<Attack>();
    for (var claim : List.of("iss", "aud", "sub", "tid", "jti", "iat", "exp", "tep", "sep")) {
      attacks.add(
          new Attack("no " + claim, Reason.BAD_CLAIMS, new Draft(stage).without(claim).compact()));
      for (var value : List.of("null", "true", "{}", "[]", "[\"a\",\"b\"]", "-1", "1.5", "1e3")) {
        attacks.add(bad(stage, claim, value));
      }
    }
    for (var number : List.of("iat", "exp", "nbf", "tep", "sep")) {
      for (var value :
          List.of(
              "\"" + now(10) + "\"",
              "\"2026-11-24T10:10:00Z\"",
              "99999999999999999999",
              "9223372036854775808")) {
        attacks.add(bad(stage, number, value));
      }
    }
    for (var late : List.of("253402300800", "9223372036854775807")) {
      attacks.add(bad(stage, "exp", late));
    }
    for (var session : List.of("\"\"", "\"short\"", "\"jane@example.org\"", "\"a b c d e f\"")) {
      attacks.add(bad(stage, "sub", session));
    }
    for (var jti : List.of("\"\"", "\"0123456789abcdefghijk\"", "\"0123456789abcdefghij##\"")) {
      attacks.add(bad(stage, "jti", jti));
    }
    audiences(stage, attacks);
    times(stage, attacks);
    json(stage, attacks);
    return attacks;
  }

  private static Attack bad(Stage stage, String claim, String value) {
    return new Attack(
        claim + " of " + value, Reason.BAD_CLAIMS, new Draft(stage).claim(claim, value).compact());
  }

  private static void audiences(Stage stage, List<Attack> attacks) {
    for (var aud : List.of("\"picasso:manage\"", "\"\"", "\"PICASSO:STREAM\"", "[\"other\"]")) {
      attacks.add(claim(stage, "aud " + aud, Reason.WRONG_AUDIENCE, "aud", aud));
    }
    for (var iss : List.of("\"\"", "\"somebody\"", "\"Picasso\"")) {
      attacks.add(claim(stage, "iss " + iss, Reason.WRONG_AUDIENCE, "iss", iss));
    }
    for (var tid : List.of("\"lakeside\"", "\"North-Clinic\"", "\"\"", "\"north-clinic \"")) {
      attacks.add(claim(stage, "tid " + tid, Reason.FOREIGN_TENANT, "tid", tid));
    }
    attacks.add(
        new Attack(
            "two audiences, one ours",
            Reason.BAD_CLAIMS,
            new Draft(stage).claim("aud", "[\"picasso:stream\",\"x\"]").compact()));
  }

  private static Attack claim(Stage stage, String name, Reason reason, String claim, String value) {
    return new Attack(name, reason, new Draft(stage).claim(claim, value).compact());
  }

  private static void times(Stage stage, List<Attack> attacks) {
    attacks.add(times(stage, "ended five seconds ago", Reason.EXPIRED, -900, -5));
    attacks.add(times(stage, "ended an hour ago", Reason.EXPIRED, -4500, -3600));
    attacks.add(times(stage, "begins in six seconds", Reason.NOT_YET_VALID, 6, 906));
    attacks.add(times(stage, "begins in an hour", Reason.NOT_YET_VALID, 3600, 4500));
    attacks.add(times(stage, "lives a second too long", Reason.LIFE_TOO_LONG, 0, 901));
    attacks.add(times(stage, "lives a year", Reason.LIFE_TOO_LONG, 0, 31_536_000));
    attacks.add(times(stage, "lives no second", Reason.LIFE_TOO_LONG, 0, 0));
    attacks.add(times(stage, "ends before it begins", Reason.LIFE_TOO_LONG, 2, 1));
    attacks.add(claim(stage, "nbf in six seconds", Reason.NOT_YET_VALID, "nbf", now(6)));
    attacks.add(
        new Attack(
            "iat of zero", Reason.LIFE_TOO_LONG, new Draft(stage).claim("iat", "0").compact()));
  }

  private static Attack times(Stage stage, String name, Reason reason, int iat, int exp) {
    return new Attack(
        name, reason, new Draft(stage).claim("iat", now(iat)).claim("exp", now(exp)).compact());
  }

  private static void json(Stage stage, List<Attack> attacks) {
    var header = new Draft(stage).headerJson();
    JsonAttacks.of(new Draft(stage).claimsJson(), "tid", "\"north-clinic\"")
        .forEach((name, bytes) ->
            attacks.add(
                new Attack(
                    "claims " + name,
                    Reason.BAD_CLAIMS,
                    stage.sign(Purpose.STREAM, Stage.encode(header) + "." + Stage.encode(bytes)))));
  }
}
