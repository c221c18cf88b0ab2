package ai.myrecruiter.picasso.runtime.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Runs a file of JSON Web Signature vectors in Project Wycheproof's format through the strict core,
 * each with its group's key. In scope are ES256 and HS256; a token of any other algorithm must be
 * refused, whatever the vector says. As a command: the file's path; exit code 0 if all are as they
 * must be, 1 if one is not or if there are none, 2 on wrong use.
 */
public final class Wycheproof {
  private Wycheproof() {}

  /** Runs the file of the argument. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("give the path of a vector file, such as json_web_signature_test.json");
      System.exit(2);
    }
    var report = run(Files.readString(Path.of(arguments[0])));
    System.out.println(report);
    System.exit(report.passed() ? 0 : 1);
  }

  static WycheproofReport run(String file) throws IOException {
    var report = new WycheproofReport();
    for (var group : new ObjectMapper().readTree(file).path("testGroups")) {
      var key = key(group);
      for (var test : group.path("tests")) {
        report.add(vector(test, key), accepted(test.path("jws"), key));
      }
    }
    return report;
  }

  private static WycheproofVector vector(JsonNode test, Optional<GroupKey> key) {
    return new WycheproofVector(
        test.path("tcId").asInt(),
        test.path("comment").asText(),
        test.path("jws").isTextual() ? test.path("jws").asText() : test.path("jws").toString(),
        test.path("result").asText(),
        key.isPresent());
  }

  /** The key of a group if it is one of ours: for signatures, and for ES256 or HS256. */
  private static Optional<GroupKey> key(JsonNode group) {
    var node = group.has("public") ? group.path("public") : group.path("private");
    if (!(node instanceof ObjectNode jwk)) {
      return Optional.empty();
    }
    return algorithm(jwk).flatMap(algorithm -> key(jwk, algorithm));
  }

  private static Optional<GroupKey> key(ObjectNode jwk, Algorithm algorithm) {
    try {
      var kid = Optional.ofNullable(jwk.path("kid").textValue());
      return Optional.of(new GroupKey(kid, JwkReading.read(jwk, algorithm)));
    } catch (IllegalKeyRing noKeyForSignatures) {
      return Optional.empty();
    }
  }

  private static Optional<Algorithm> algorithm(ObjectNode jwk) {
    return switch (jwk.path("alg").asText(jwk.path("kty").asText())) {
      case "ES256", "EC" -> Optional.of(Algorithm.ES256);
      case "HS256", "oct" -> Optional.of(Algorithm.HS256);
      default -> Optional.empty();
    };
  }

  private record GroupKey(Optional<String> kid, KeyMaterial material) {
    /** The group's key; a header that names another one gets none. */
    Optional<KeyMaterial> find(Optional<String> named) {
      return named.isEmpty() || kid.isEmpty() || named.equals(kid)
          ? Optional.of(material)
          : Optional.empty();
    }
  }

  private static boolean accepted(JsonNode jws, Optional<GroupKey> key) {
    try {
      var compact = jws.isTextual() ? jws.asText() : jws.toString();
      StrictJws.open(compact, kid -> key.flatMap(group -> group.find(kid)));
      return true;
    } catch (Refused refused) {
      return false;
    }
  }
}
