package ai.myrecruiter.picasso.runtime.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The keys of a group of vectors, a single one or a set of them, as far as a ring may hold them.
 *
 * @param keys none if a ring may hold none of them
 * @param refusal why a set is refused as a whole, as a ring of the same keys is
 * @param shortSecret whether a shared secret has fewer bytes than HS256 needs (RFC 7518, 3.2)
 */
record WycheproofKeys(List<Key> keys, Optional<String> refusal, boolean shortSecret) {
  private static final int LEAST_SECRET_BYTES = 32;

  record Key(Optional<String> kid, KeyMaterial material) {}

  static WycheproofKeys of(JsonNode group) {
    var node = group.has("public") ? group.path("public") : group.path("private");
    if (!node.path("keys").isArray()) {
      return new WycheproofKeys(read(node).stream().toList(), Optional.empty(), shortSecret(node));
    }
    var keys = new ArrayList<Key>();
    boolean shortSecret = false;
    for (var jwk : node.path("keys")) {
      read(jwk).ifPresent(keys::add);
      shortSecret |= shortSecret(jwk);
    }
    return new WycheproofKeys(List.copyOf(keys), refusal(keys), shortSecret);
  }

  /** What a ring says of a set. */
  private static Optional<String> refusal(List<Key> keys) {
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    try {
      var ring =
          keys.stream()
              .map(key ->
                  new RingKey(
                      key.kid().orElse("none"), key.material(), Instant.EPOCH, Optional.empty()))
              .toList();
      return new KeyRing(ring.getFirst().kid(), ring).keys().isEmpty()
          ? Optional.of("no keys")
          : Optional.empty();
    } catch (IllegalKeyRing illegal) {
      return Optional.of(String.valueOf(illegal.getMessage()));
    }
  }

  private static Optional<Key> read(JsonNode node) {
    if (!(node instanceof ObjectNode jwk)) {
      return Optional.empty();
    }
    return algorithm(jwk)
        .flatMap(algorithm -> {
          try {
            var kid = Optional.ofNullable(jwk.path("kid").textValue());
            return Optional.of(new Key(kid, JwkReading.read(jwk, algorithm)));
          } catch (IllegalKeyRing noKeyForSignatures) {
            return Optional.empty();
          }
        });
  }

  private static Optional<Algorithm> algorithm(ObjectNode jwk) {
    return switch (jwk.path("alg").asText(jwk.path("kty").asText())) {
      case "ES256", "EC" -> Optional.of(Algorithm.ES256);
      case "HS256", "oct" -> Optional.of(Algorithm.HS256);
      default -> Optional.empty();
    };
  }

  private static boolean shortSecret(JsonNode jwk) {
    try {
      return jwk.path("kty").asText().equals("oct")
          && Base64.getUrlDecoder().decode(jwk.path("k").asText()).length < LEAST_SECRET_BYTES;
    } catch (IllegalArgumentException noBase64Url) {
      return false;
    }
  }

  /** Whether a ring may hold the keys. */
  boolean usable() {
    return !keys.isEmpty() && refusal.isEmpty();
  }

  /** A single key if the header names it or none; of a set the one that the header names. */
  Optional<KeyMaterial> find(Optional<String> named) {
    if (!usable()) {
      return Optional.empty();
    }
    if (keys.size() > 1 && named.isEmpty()) {
      return Optional.empty();
    }
    return keys.stream()
        .filter(key -> named.isEmpty() || key.kid().isEmpty() || named.equals(key.kid()))
        .findFirst()
        .map(Key::material);
  }
}
