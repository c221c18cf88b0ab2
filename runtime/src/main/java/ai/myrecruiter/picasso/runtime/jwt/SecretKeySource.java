package ai.myrecruiter.picasso.runtime.jwt;

import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The rings in Secrets Manager, as {@link KeyRingDocument}s in two secrets: the signing rings,
 * which only the issuer's role may read, and their public half, which verifiers read.
 */
public final class SecretKeySource implements KeySource {
  private final SecretsManagerClient secrets;
  private final String secretId;
  private final Set<Algorithm> allowed;
  private final boolean signing;

  private SecretKeySource(
      SecretsManagerClient secrets, String secretId, Set<Algorithm> allowed, boolean signing) {
    this.secrets = secrets;
    this.secretId = secretId;
    this.allowed = Set.copyOf(allowed);
    this.signing = signing;
  }

  /**
   * The issuer's rings.
   *
   * @param secretId name or ARN, from {@code PICASSO_JWT_SIGNING_SECRET}
   * @param allowed the algorithms that configuration allows
   */
  public static SecretKeySource signing(
      SecretsManagerClient secrets, String secretId, Set<Algorithm> allowed) {
    return new SecretKeySource(secrets, secretId, allowed, true);
  }

  /**
   * The verifiers' rings; a private key in them is refused.
   *
   * @param secretId name or ARN, from {@code PICASSO_JWT_VERIFICATION_SECRET}
   * @param allowed the algorithms that configuration allows
   */
  public static SecretKeySource verification(
      SecretsManagerClient secrets, String secretId, Set<Algorithm> allowed) {
    return new SecretKeySource(secrets, secretId, allowed, false);
  }

  @Override
  public KeyRings read() {
    try {
      var document = secrets.getSecretValue(request -> request.secretId(secretId)).secretString();
      if (document == null) {
        throw new TokensUnavailable("the secret of the key rings holds no text", null);
      }
      return signing
          ? KeyRingDocument.readSigning(document, allowed)
          : KeyRingDocument.readVerification(document, allowed);
    } catch (SdkException | IllegalKeyRing e) {
      throw new TokensUnavailable("the key rings cannot be read", e);
    }
  }
}
