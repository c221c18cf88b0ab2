package ai.myrecruiter.picasso.runtime.jwt;

import io.jsonwebtoken.security.VerifySecureDigestRequest;
import java.io.InputStream;
import java.security.Key;
import java.security.Provider;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** A question to jjwt's algorithm: is this the signature of that? */
record SignatureCheck<K extends Key>(K key, InputStream payload, byte[] digest)
    implements VerifySecureDigestRequest<K> {
  @Override
  public K getKey() {
    return key;
  }

  @Override
  public InputStream getPayload() {
    return payload;
  }

  @Override
  public byte[] getDigest() {
    return digest;
  }

  @Override
  public @Nullable Provider getProvider() {
    return null;
  }

  @Override
  public @Nullable SecureRandom getSecureRandom() {
    return null;
  }
}
