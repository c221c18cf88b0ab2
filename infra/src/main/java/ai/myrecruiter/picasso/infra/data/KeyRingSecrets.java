package ai.myrecruiter.picasso.infra.data;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.secretsmanager.CfnSecret;
import software.constructs.Construct;

/**
 * The secrets of the JWT key rings. They are made empty: no template, change set or event ever
 * holds a key. Private keys are in the one for signing, which the master function alone may read.
 */
final class KeyRingSecrets {
  private final Construct scope;
  private final EnvironmentSettings settings;
  private final IKey key;

  KeyRingSecrets(Construct scope, EnvironmentSettings settings, IKey key) {
    this.scope = scope;
    this.settings = settings;
    this.key = key;
    secret("SigningKeys", settings.signingSecret(), "Key rings that tokens are signed with");
    secret("VerificationKeys", settings.verificationSecret(), "Public halves of the key rings");
  }

  private void secret(String id, String name, String description) {
    CfnSecret.Builder.create(scope, id)
        .name(name)
        .description(description)
        .kmsKeyId(key.getKeyArn())
        .build()
        .applyRemovalPolicy(settings.removal());
  }
}
