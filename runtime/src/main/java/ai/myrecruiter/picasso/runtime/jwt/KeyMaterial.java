package ai.myrecruiter.picasso.runtime.jwt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.SecurityException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.Key;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.SecretKey;

/** A key and the one algorithm it is for; signing by jjwt, over the JDK's cryptography. */
public final class KeyMaterial {
  private final Algorithm algorithm;
  private final Key verification;
  private final Optional<Key> signing;
  private final ObjectNode jwk;

  /** Built by {@link JwkReading} only, which has checked that the parts belong together. */
  KeyMaterial(Algorithm algorithm, Key verification, Optional<Key> signing, ObjectNode jwk) {
    this.algorithm = algorithm;
    this.verification = verification;
    this.signing = signing;
    this.jwk = jwk;
  }

  /** The algorithm it is pinned to. */
  public Algorithm algorithm() {
    return algorithm;
  }

  Optional<Key> signing() {
    return signing;
  }

  /** The JWK, with the private part if it is here. */
  ObjectNode jwk() {
    return jwk.deepCopy();
  }

  /** What identifies the key whichever half is at hand. */
  String identity() {
    return switch (algorithm) {
      case ES256 -> jwk.path("x").asText() + "." + jwk.path("y").asText();
      case HS256 -> jwk.path("k").asText();
    };
  }

  /** The same key without what could sign; a shared secret stays what it is. */
  KeyMaterial publicHalf() {
    return switch (algorithm) {
      case ES256 -> {
        var half = jwk.deepCopy();
        half.remove("d");
        yield new KeyMaterial(algorithm, verification, Optional.empty(), half);
      }
      case HS256 -> this;
    };
  }

  /** Whether a signature of the right length is this key's. */
  boolean verifies(InputStream input, byte[] signature) {
    if (signature.length != algorithm.signatureBytes()) {
      return false;
    }
    try {
      return switch (algorithm) {
        case ES256 ->
            Jwts.SIG.ES256.verify(new SignatureCheck<>((PublicKey) verification, input, signature));
        case HS256 ->
            Jwts.SIG.HS256.verify(new SignatureCheck<>((SecretKey) verification, input, signature));
      };
    } catch (SecurityException refused) {
      return false;
    }
  }

  /** A signature in the form of a JWS. */
  byte[] sign(byte[] input, SecureRandom random) {
    var stream = new ByteArrayInputStream(input);
    var key = signing.orElseThrow(() -> new IllegalStateException("a public key cannot sign"));
    return switch (algorithm) {
      case ES256 -> Jwts.SIG.ES256.digest(new SigningRequest<>((PrivateKey) key, stream, random));
      case HS256 -> Jwts.SIG.HS256.digest(new SigningRequest<>((SecretKey) key, stream, random));
    };
  }

  /** Without the key. */
  @Override
  public String toString() {
    return algorithm + (signing.isPresent() ? " signing key" : " verification key");
  }
}
