package ai.myrecruiter.picasso.runtime.jwt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;

/**
 * The rings as JSON, in a secret: {@code {"stream": {"active": kid, "keys": [{"kid", "alg", "jwk",
 * "notBefore", "retireAt"}]}, "manage": {...}}}, times in ISO 8601, {@code retireAt} absent until
 * the key is replaced. Messages never hold a key.
 */
public final class KeyRingDocument {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private KeyRingDocument() {}

  /** The document of rings, with whatever halves they hold. */
  public static String write(KeyRings rings) {
    var document = JSON.createObjectNode();
    for (var purpose : Purpose.values()) {
      var ring = rings.ring(purpose);
      var keys = document.putObject(purpose.word()).put("active", ring.active()).putArray("keys");
      ring.keys().forEach(key -> keys.add(write(key)));
    }
    return document.toString();
  }

  private static ObjectNode write(RingKey key) {
    var node = JSON.createObjectNode().put("kid", key.kid());
    node.put("alg", key.material().algorithm().name());
    node.set("jwk", key.material().jwk());
    node.put("notBefore", key.notBefore().toString());
    key.retireAt().ifPresent(at -> node.put("retireAt", at.toString()));
    return node;
  }

  /**
   * The rings of an issuer: every key can sign.
   *
   * @param allowed the algorithms that configuration allows
   * @throws IllegalKeyRing if the document breaks a rule
   */
  public static KeyRings readSigning(String document, Set<Algorithm> allowed) {
    var rings = read(document, allowed);
    for (var purpose : Purpose.values()) {
      for (var key : rings.ring(purpose).keys()) {
        if (key.material().signing().isEmpty()) {
          throw illegal("key %s has no private part: the issuer's ring needs it", key.kid());
        }
      }
    }
    return rings;
  }

  /**
   * The rings of a verifier: no key of {@link Algorithm#ES256} can sign.
   *
   * @param allowed the algorithms that configuration allows
   * @throws IllegalKeyRing if the document breaks a rule, first of all if it holds a private key
   */
  public static KeyRings readVerification(String document, Set<Algorithm> allowed) {
    var rings = read(document, allowed);
    for (var purpose : Purpose.values()) {
      for (var key : rings.ring(purpose).keys()) {
        if (key.material().algorithm() == Algorithm.ES256 && key.material().signing().isPresent()) {
          throw illegal("key %s has a private part: publish the public half only", key.kid());
        }
      }
    }
    return rings;
  }

  private static KeyRings read(String document, Set<Algorithm> allowed) {
    try {
      var root = JSON.readTree(document);
      return new KeyRings(
          ring(root.path(Purpose.STREAM.word()), allowed),
          ring(root.path(Purpose.MANAGE.word()), allowed));
    } catch (JsonProcessingException e) {
      throw illegal("the document is no strict JSON: %s", e.getClass().getSimpleName());
    }
  }

  private static KeyRing ring(JsonNode node, Set<Algorithm> allowed) {
    var keys = new ArrayList<RingKey>();
    for (var key : node.path("keys")) {
      keys.add(key(key, allowed));
    }
    return new KeyRing(text(node, "active"), keys);
  }

  private static RingKey key(JsonNode node, Set<Algorithm> allowed) {
    var kid = text(node, "kid");
    var algorithm = algorithm(text(node, "alg"), allowed);
    if (!(node.path("jwk") instanceof ObjectNode jwk)) {
      throw illegal("key %s has no jwk", kid);
    }
    return new RingKey(
        kid,
        JwkReading.read(jwk, algorithm),
        instant(text(node, "notBefore")),
        node.has("retireAt")
            ? Optional.of(instant(text(node, "retireAt")))
            : Optional.<Instant>empty());
  }

  private static Algorithm algorithm(String name, Set<Algorithm> allowed) {
    return allowed.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> illegal("alg \"%s\" is not allowed here: use " + allowed, name));
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw illegal("\"%s\" is no time: write it as 2026-11-24T10:00:00Z", text);
    }
  }

  private static String text(JsonNode node, String name) {
    var value = node.path(name);
    if (!value.isTextual()) {
      throw illegal("\"%s\" is missing or is no text", name);
    }
    return value.asText();
  }

  private static IllegalKeyRing illegal(String message, String value) {
    var shown = value.length() > 64 ? value.substring(0, 64) + "..." : value;
    return new IllegalKeyRing("illegal-ring", message.formatted(shown));
  }
}
