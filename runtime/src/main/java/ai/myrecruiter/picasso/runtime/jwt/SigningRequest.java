package ai.myrecruiter.picasso.runtime.jwt;

import io.jsonwebtoken.security.SecureRequest;
import java.io.InputStream;
import java.security.Key;
import java.security.Provider;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** A request to jjwt's algorithm: sign this. */
record SigningRequest<K extends Key>(K key, InputStream payload, SecureRandom random)
    implements SecureRequest<InputStream, K> {
  @Override
  public K getKey() {
    return key;
  }

  @Override
  public InputStream getPayload() {
    return payload;
  }

  @Override
  public SecureRandom getSecureRandom() {
    return random;
  }

  @Override
  public @Nullable Provider getProvider() {
    return null;
  }
}
