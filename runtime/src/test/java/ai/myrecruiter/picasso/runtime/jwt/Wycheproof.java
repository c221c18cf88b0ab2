package ai.myrecruiter.picasso.runtime.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs a file of vectors in Project Wycheproof's format through the strict core: signatures, sets
 * of keys and what mixes them with encryption, each vector with its group's keys. In scope are
 * ES256 and HS256; a token of any other algorithm must be refused, whatever the vector says. A
 * vector that is no signature is counted by what it is. As a command: the file's path; exit code 0
 * if all are as they must be, 1 if one is not or if there are none, 2 on wrong use.
 */
public final class Wycheproof {
  private Wycheproof() {}

  /** Runs the file of the argument. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      System.err.println("give the path of a vector file, such as json_web_signature_test.json");
      System.exit(2);
    }
    WycheproofReport report;
    try {
      report = run(Files.readString(Path.of(arguments[0])));
    } catch (IOException unreadable) {
      System.err.printf(
          "%s is no JSON file of vectors: %s; give json_web_signature_test.json or its like%n",
          arguments[0], unreadable.getClass().getSimpleName());
      System.exit(2);
      return;
    }
    System.out.println(report);
    System.exit(report.passed() ? 0 : 1);
  }

  static WycheproofReport run(String file) throws IOException {
    var root = new ObjectMapper().readTree(file);
    var report = new WycheproofReport(root.path("numberOfTests").asInt(0));
    for (var group : root.path("testGroups")) {
      var keys = WycheproofKeys.of(group);
      for (var test : group.path("tests")) {
        if (test.has("jws")) {
          report.add(vector(test, keys), accepted(text(test.path("jws")), keys));
        } else {
          report.noSignature(test.has("jwe") ? "encrypted (jwe)" : "without a jws");
        }
      }
    }
    return report;
  }

  private static WycheproofVector vector(JsonNode test, WycheproofKeys keys) {
    return new WycheproofVector(
        test.path("tcId").asInt(),
        test.path("comment").asText(),
        text(test.path("jws")),
        test.path("result").asText(),
        keys);
  }

  /** A token as it came; one in JSON serialization as that JSON. */
  private static String text(JsonNode jws) {
    return jws.isTextual() ? jws.asText() : jws.toString();
  }

  private static boolean accepted(String jws, WycheproofKeys keys) {
    try {
      StrictJws.open(jws, keys::find);
      return true;
    } catch (Refused refused) {
      return false;
    }
  }
}
