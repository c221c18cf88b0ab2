package ai.myrecruiter.picasso.local.engine.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.StringTokenizer;

/** The intrinsic functions on texts, their encodings and JSON. */
final class TextFunctions {
  private static final int MAX_LENGTH = 10_000;
  private static final Set<String> DIGESTS =
      Set.of("MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512");

  private TextFunctions() {}

  static JsonNode encode(Arguments arguments) {
    var text = bounded(arguments.text(0));
    return Json.text(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  static JsonNode decode(Arguments arguments) {
    var bytes = Base64.getDecoder().decode(bounded(arguments.text(0)));
    return Json.text(new String(bytes, StandardCharsets.UTF_8));
  }

  static JsonNode hash(Arguments arguments) {
    var data = arguments.get(0);
    var text = bounded(data.isTextual() ? data.textValue() : Json.write(data));
    var algorithm = arguments.text(1);
    if (!DIGESTS.contains(algorithm)) {
      throw new IllegalArgumentException(
          "the algorithm '" + algorithm + "' is not one of " + DIGESTS);
    }
    try {
      var digest = MessageDigest.getInstance(algorithm);
      return Json.text(
          HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8))));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }

  static JsonNode merge(Arguments arguments) {
    var first = arguments.object(0);
    var second = arguments.object(1);
    if (!arguments.get(2).isBoolean() || arguments.get(2).booleanValue()) {
      throw new IllegalArgumentException("only a shallow merge is known: argument 3 must be false");
    }
    var merged = Json.object();
    merged.setAll(first);
    merged.setAll(second);
    return merged;
  }

  static JsonNode parse(Arguments arguments) {
    try {
      return Json.parse(arguments.text(0));
    } catch (Json.InvalidJson e) {
      throw new IllegalArgumentException("the text is not JSON: " + e.problem(), e);
    }
  }

  static JsonNode write(Arguments arguments) {
    return Json.text(Json.write(arguments.get(0)));
  }

  /** Splits at each of the characters of the second argument; empty parts are dropped. */
  static JsonNode split(Arguments arguments) {
    var parts = JsonNodeFactory.instance.arrayNode();
    var tokens = new StringTokenizer(arguments.text(0), arguments.text(1));
    while (tokens.hasMoreTokens()) {
      parts.add(tokens.nextToken());
    }
    return parts;
  }

  private static String bounded(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a text of %d characters is longer than %d".formatted(text.length(), MAX_LENGTH));
    }
    return text;
  }
}
