package ai.myrecruiter.picasso.runtime.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.io.Parser;
import io.jsonwebtoken.jackson.io.JacksonDeserializer;
import io.jsonwebtoken.security.EcPrivateJwk;
import io.jsonwebtoken.security.EcPublicJwk;
import io.jsonwebtoken.security.Jwk;
import io.jsonwebtoken.security.Jwks;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes a key of a JWK (RFC 7517), for one algorithm and for signatures only. jjwt reads the
 * curve's keys and refuses points off the curve.
 */
final class JwkReading {
  private static final int COORDINATE_BYTES = 32;
  private static final int LEAST_SECRET_BYTES = 32;
  private static final Parser<Jwk<?>> PARSER =
      Jwks.parser().json(new JacksonDeserializer<>(new ObjectMapper())).build();

  private JwkReading() {}

  static KeyMaterial read(ObjectNode jwk, Algorithm algorithm) {
    forSignatures(jwk, algorithm);
    return switch (algorithm) {
      case ES256 -> ec(jwk);
      case HS256 -> secret(jwk);
    };
  }

  /** A new key for ES256. */
  static KeyMaterial generate(SecureRandom random) {
    var pair = Jwts.SIG.ES256.keyPair().random(random).build();
    var point = ((ECPublicKey) pair.getPublic()).getW();
    var jwk = JsonNodeFactory.instance.objectNode().put("kty", "EC").put("crv", "P-256");
    jwk.put("x", coordinate(point.getAffineX()));
    jwk.put("y", coordinate(point.getAffineY()));
    jwk.put("d", coordinate(((ECPrivateKey) pair.getPrivate()).getS()));
    return read(jwk, Algorithm.ES256);
  }

  /** 32 bytes, big end first, in base64url (RFC 7518 section 6.2.1.2). */
  private static String coordinate(BigInteger value) {
    var bytes = value.toByteArray();
    var field = new byte[COORDINATE_BYTES];
    int length = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - length, field, COORDINATE_BYTES - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(field);
  }

  private static void forSignatures(ObjectNode jwk, Algorithm algorithm) {
    if (jwk.has("alg") && !jwk.path("alg").asText().equals(algorithm.name())) {
      throw illegal("the JWK's alg is not " + algorithm + ": one algorithm is pinned to each kid");
    }
    if (jwk.has("use") && !jwk.path("use").asText().equals("sig")) {
      throw illegal("the JWK's use is not sig: make a key for signatures");
    }
    var operations = jwk.path("key_ops");
    if (jwk.has("key_ops") && !has(operations, "verify") && !has(operations, "sign")) {
      throw illegal("the JWK's key_ops has neither sign nor verify: make a key for signatures");
    }
  }

  private static boolean has(JsonNode operations, String operation) {
    for (var each : operations) {
      if (each.asText().equals(operation)) {
        return true;
      }
    }
    return false;
  }

  private static KeyMaterial ec(ObjectNode jwk) {
    if (!jwk.path("kty").asText().equals("EC") || !jwk.path("crv").asText().equals("P-256")) {
      throw illegal("ES256 needs a JWK of kty EC and crv P-256");
    }
    try {
      return switch (PARSER.parse(bare(jwk).toString())) {
        case EcPrivateJwk pair ->
            checked(
                new KeyMaterial(
                    Algorithm.ES256,
                    pair.toPublicJwk().toKey(),
                    Optional.of(pair.toKey()),
                    bare(jwk)));
        case EcPublicJwk half ->
            new KeyMaterial(Algorithm.ES256, half.toKey(), Optional.empty(), bare(jwk));
        default -> throw illegal("ES256 needs a JWK of kty EC and crv P-256");
      };
    } catch (io.jsonwebtoken.JwtException | IllegalArgumentException e) {
      throw illegal("the JWK is no key on P-256: " + e.getClass().getSimpleName());
    }
  }

  /** The members that make the key, and nothing else. */
  private static ObjectNode bare(ObjectNode jwk) {
    return jwk.deepCopy().retain("kty", "crv", "x", "y", "d");
  }

  /** Tries the pair; the randomness of a signature that nobody gets to see is no input. */
  private static KeyMaterial checked(KeyMaterial pair) {
    var probe = new byte[] {'p', 'r', 'o', 'b', 'e'};
    if (!pair.verifies(new ByteArrayInputStream(probe), pair.sign(probe, new SecureRandom()))) {
      throw illegal("the JWK's d does not belong to its x and y");
    }
    return pair;
  }

  private static KeyMaterial secret(ObjectNode jwk) {
    if (!jwk.path("kty").asText().equals("oct")) {
      throw illegal("HS256 needs a JWK of kty oct");
    }
    try {
      var bytes = Base64.getUrlDecoder().decode(jwk.path("k").asText());
      if (bytes.length < LEAST_SECRET_BYTES) {
        throw illegal("the secret has %d bytes: HS256 needs 32 or more".formatted(bytes.length));
      }
      var key = new SecretKeySpec(bytes, "HmacSHA256");
      Arrays.fill(bytes, (byte) 0);
      return new KeyMaterial(
          Algorithm.HS256, key, Optional.of(key), jwk.deepCopy().retain("kty", "k"));
    } catch (IllegalArgumentException e) {
      throw illegal("the JWK's k is not base64url");
    }
  }

  private static IllegalKeyRing illegal(String message) {
    return new IllegalKeyRing("illegal-key", message);
  }
}
