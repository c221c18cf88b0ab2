package ai.myrecruiter.picasso.infra.payload;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.secretsmanager.CfnSecret;
import software.constructs.Construct;

/**
 * The secrets of the JWT key rings. They are made empty: no template, change set or event ever
 * holds a key. Private keys are in the one for signing, which the master function alone may read.
 */
final class KeyRingSecrets {
  final CfnSecret signing;
  final CfnSecret verification;

  KeyRingSecrets(Construct scope, EnvironmentSettings settings) {
    signing =
        secret(
            scope, settings, "SigningKeys", "signing-key", "Key rings that tokens are signed with");
    verification =
        secret(
            scope,
            settings,
            "VerificationKeys",
            "verification-keys",
            "Public halves of the key rings");
  }

  private static CfnSecret secret(
      Construct scope, EnvironmentSettings settings, String id, String name, String description) {
    var secret =
        CfnSecret.Builder.create(scope, id)
            .name("picasso/%s/jwt/%s".formatted(settings.name(), name))
            .description(description)
            .build();
    secret.applyRemovalPolicy(settings.keepsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
    return secret;
  }
}
