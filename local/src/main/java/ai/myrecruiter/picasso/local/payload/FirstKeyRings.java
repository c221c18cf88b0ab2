package ai.myrecruiter.picasso.local.payload;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/**
 * New JWT key rings, one key of P-256 for each purpose, as the two documents that the payload reads
 * from its secrets.
 *
 * @param signing with private keys
 * @param verification without
 */
public record FirstKeyRings(String signing, String verification) {
  private static final int COORDINATE_BYTES = 32;

  /**
   * Makes new keys, which are valid at once.
   *
   * @param label the keys' ids begin with it: letters, digits, {@code .}, {@code _} and {@code -}
   */
  public static FirstKeyRings generate(Instant now, String label) {
    var stream = new Named(label + "-stream-1", keyPair());
    var manage = new Named(label + "-manage-1", keyPair());
    return new FirstKeyRings(
        document(stream, manage, now, true), document(stream, manage, now, false));
  }

  private record Named(String kid, KeyPair pair) {}

  private static KeyPair keyPair() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every JDK has P-256", e);
    }
  }

  private static String document(Named stream, Named manage, Instant now, boolean isPrivate) {
    var document = JsonNodeFactory.instance.objectNode();
    document.set("stream", ring(stream, now, isPrivate));
    document.set("manage", ring(manage, now, isPrivate));
    return document.toString();
  }

  private static ObjectNode ring(Named named, Instant now, boolean isPrivate) {
    var ring = JsonNodeFactory.instance.objectNode().put("active", named.kid());
    var key = ring.putArray("keys").addObject().put("kid", named.kid()).put("alg", "ES256");
    var point = ((ECPublicKey) named.pair().getPublic()).getW();
    var jwk =
        key.putObject("jwk")
            .put("kty", "EC")
            .put("crv", "P-256")
            .put("x", coordinate(point.getAffineX()))
            .put("y", coordinate(point.getAffineY()));
    if (isPrivate) {
      jwk.put("d", coordinate(((ECPrivateKey) named.pair().getPrivate()).getS()));
    }
    key.put("notBefore", now.truncatedTo(ChronoUnit.SECONDS).toString());
    return ring;
  }

  /** 32 bytes, big end first, in base64url (RFC 7518, 6.2.1.2). */
  private static String coordinate(BigInteger value) {
    var bytes = value.toByteArray();
    var field = new byte[COORDINATE_BYTES];
    int length = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - length, field, COORDINATE_BYTES - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(field);
  }
}
