package ai.myrecruiter.picasso.runtime.jwt;

import io.jsonwebtoken.security.VerifySecureDigestRequest;
import java.io.InputStream;
import java.security.Key;
import java.security.Provider;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** A question to jjwt's algorithm: is this the signature of that? */
final class SignatureCheck<K extends Key> implements VerifySecureDigestRequest<K> {
  private final K key;
  private final InputStream signed;
  private final byte[] signature;

  SignatureCheck(K key, InputStream signed, byte[] signature) {
    this.key = key;
    this.signed = signed;
    this.signature = signature;
  }

  @Override
  public K getKey() {
    return key;
  }

  @Override
  public InputStream getPayload() {
    return signed;
  }

  @Override
  public byte[] getDigest() {
    return signature;
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
