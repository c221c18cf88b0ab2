package ai.myrecruiter.picasso.runtime.jwt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Headers that lie: about the algorithm, the key, the type. All but a few are signed well. */
final class HeaderAttacks {
  private HeaderAttacks() {}

  static List<Attack> of(Stage stage) {
    var attacks = new ArrayList<Attack>();
    algorithms(stage, attacks);
    confusion(stage, attacks);
    kids(stage, attacks);
    carriedKeys(stage, attacks);
    types(stage, attacks);
    json(stage, attacks);
    return attacks;
  }

  private static void algorithms(Stage stage, List<Attack> attacks) {
    for (var alg :
        List.of(
            "none", "None", "NONE", "nOnE", "HS256", "HS384", "HS512", "RS256", "PS256", "ES384",
            "ES512", "ES256K", "EdDSA", "es256", "ES256 ", "")) {
      attacks.add(
          new Attack(
              "alg \"" + alg + "\"",
              Reason.WRONG_ALGORITHM,
              new Draft(stage).header("alg", "\"" + alg + "\"").compact()));
    }
    var none = new Draft(stage).header("alg", "\"none\"");
    attacks.add(
        new Attack(
            "alg none, a byte as signature",
            Reason.WRONG_ALGORITHM,
            Stage.encode(none.headerJson()) + "." + Stage.encode(none.claimsJson()) + ".AA"));
    attacks.add(
        new Attack(
            "alg none, no signature",
            Reason.MALFORMED,
            Stage.encode(none.headerJson()) + "." + Stage.encode(none.claimsJson()) + "."));
    for (var value : List.of("null", "1", "[\"ES256\"]", "{}", "true")) {
      attacks.add(
          new Attack(
              "alg " + value, Reason.BAD_HEADER, new Draft(stage).header("alg", value).compact()));
    }
    attacks.add(
        new Attack("no alg", Reason.BAD_HEADER, new Draft(stage).withoutHeader("alg").compact()));
  }

  /** The public key, which everybody knows, as a shared secret, in the forms it comes in. */
  private static void confusion(Stage stage, List<Attack> attacks) {
    var key = stage.rings.publicHalf().stream().activeKey().material();
    var draft = new Draft(stage).header("alg", "\"HS256\"");
    var input = Stage.encode(draft.headerJson()) + "." + Stage.encode(draft.claimsJson());
    for (var secret : List.of(key.jwk().toString(), key.jwk().path("x").asText(), key.identity())) {
      attacks.add(
          new Attack(
              "HS256 with the public key, " + secret.length() + " characters of it",
              Reason.WRONG_ALGORITHM,
              input + "." + Stage.encode(hmac(secret, input))));
    }
  }

  private static byte[] hmac(String secret, String input) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(input.getBytes(StandardCharsets.US_ASCII));
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static void kids(Stage stage, List<Attack> attacks) {
    for (var kid :
        List.of(
            "stream-2",
            "manage-1",
            "STREAM-1",
            "stream-1 ",
            "",
            "../../dev/null",
            "/etc/passwd",
            "' OR '1'='1",
            "stream-1\\u0000",
            "http://attacker.example/key",
            "x".repeat(500))) {
      attacks.add(
          new Attack(
              "kid " + (kid.length() > 40 ? "of 500 characters" : kid),
              Reason.UNKNOWN_KEY,
              new Draft(stage).header("kid", "\"" + kid + "\"").compact()));
    }
    for (var value : List.of("null", "7", "[\"stream-1\"]", "{\"a\":1}")) {
      attacks.add(
          new Attack(
              "kid " + value, Reason.BAD_HEADER, new Draft(stage).header("kid", value).compact()));
    }
    attacks.add(
        new Attack("no kid", Reason.UNKNOWN_KEY, new Draft(stage).withoutHeader("kid").compact()));
  }

  private static void carriedKeys(Stage stage, List<Attack> attacks) {
    var jwk = stage.rings.publicHalf().stream().activeKey().material().jwk().toString();
    var values =
        java.util.Map.of(
            "jwk", jwk,
            "jku", "\"https://attacker.example/keys\"",
            "x5u", "\"https://attacker.example/chain\"",
            "x5c", "[\"MIIB\"]",
            "crit", "[\"exp\"]",
            "zip", "\"DEF\"",
            "b64", "false");
    values.forEach((name, value) -> {
      attacks.add(
          new Attack(
              "header " + name,
              Reason.FORBIDDEN_HEADER,
              new Draft(stage).header(name, value).compact()));
      attacks.add(
          new Attack(
              "header " + name + " of null",
              Reason.FORBIDDEN_HEADER,
              new Draft(stage).header(name, "null").compact()));
    });
  }

  private static void types(Stage stage, List<Attack> attacks) {
    for (var typ :
        List.of("manage+jwt", "JWT", "jwt", "STREAM+JWT", "application/stream+jwt", "")) {
      attacks.add(
          new Attack(
              "typ \"" + typ + "\"",
              Reason.WRONG_TYPE,
              new Draft(stage).header("typ", "\"" + typ + "\"").compact()));
    }
    attacks.add(
        new Attack("no typ", Reason.WRONG_TYPE, new Draft(stage).withoutHeader("typ").compact()));
    attacks.add(
        new Attack(
            "a token of the other purpose",
            Reason.WRONG_TYPE,
            stage.issue(Purpose.MANAGE).compact()));
  }

  private static void json(Stage stage, List<Attack> attacks) {
    var good = new Draft(stage).headerJson();
    var claims = new Draft(stage).claimsJson();
    JsonAttacks.of(good, "alg", "\"ES256\"")
        .forEach((name, bytes) ->
            attacks.add(
                new Attack(
                    "header " + name,
                    Reason.BAD_HEADER,
                    stage.sign(Purpose.STREAM, Stage.encode(bytes) + "." + Stage.encode(claims)))));
  }
}
