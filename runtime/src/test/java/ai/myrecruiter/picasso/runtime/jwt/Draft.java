package ai.myrecruiter.picasso.runtime.jwt;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A token to be: a good one unless a test says otherwise. Values are raw JSON. */
final class Draft {
  private final Stage stage;
  private final Map<String, String> header = new LinkedHashMap<>();
  private final Map<String, String> claims = new LinkedHashMap<>();
  private String comma = ",";

  Draft(Stage stage) {
    this.stage = stage;
    header.put("alg", "\"ES256\"");
    header.put("kid", "\"stream-1\"");
    header.put("typ", "\"stream+jwt\"");
    claims.put("iss", "\"picasso\"");
    claims.put("aud", "\"picasso:stream\"");
    claims.put("sub", "\"" + Stage.SESSION.value() + "\"");
    claims.put("tid", "\"" + Stage.NORTH.value() + "\"");
    claims.put("jti", "\"0123456789abcdefghijkl\"");
    claims.put("iat", AttackMatrixTest.now(0));
    claims.put("exp", AttackMatrixTest.now(900));
    claims.put("tep", "0");
    claims.put("sep", "0");
  }

  Draft header(String name, String value) {
    header.put(name, value);
    return this;
  }

  Draft claim(String name, String value) {
    claims.put(name, value);
    return this;
  }

  Draft withoutHeader(String name) {
    header.remove(name);
    return this;
  }

  Draft without(String claim) {
    claims.remove(claim);
    return this;
  }

  /** White space inside the JSON, which is its writer's business. */
  Draft spaced() {
    comma = " ,\n\t ";
    return this;
  }

  /** Exactly as long as said, by members that nobody reads. */
  Draft padded(int bytes) {
    for (int more = 0; more < 3; more++) {
      header.put("pad", "\"" + "x".repeat(more) + "\"");
      for (int filler = 0; filler < bytes; filler++) {
        claims.put("pad", "\"" + "x".repeat(filler) + "\"");
        if (length() >= bytes) {
          break;
        }
      }
      if (length() == bytes) {
        return this;
      }
    }
    throw new AssertionError("no filling makes a token of " + bytes + " bytes");
  }

  /** Of the token to be: two parts, two dots, 64 bytes of signature. */
  private int length() {
    return Stage.encode(headerJson()).length() + Stage.encode(claimsJson()).length() + 2 + 86;
  }

  String headerJson() {
    return json(header);
  }

  String claimsJson() {
    return json(claims);
  }

  String compact() {
    return stage.forge(Purpose.STREAM, headerJson(), claimsJson());
  }

  private String json(Map<String, String> members) {
    return members.entrySet().stream()
        .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
        .collect(Collectors.joining(comma, "{", "}"));
  }

  @Override
  public String toString() {
    return headerJson() + "." + claimsJson();
  }
}
