package ai.myrecruiter.picasso.infra.environment;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/** Customer-managed keys that encrypt, which rotate and end as the environment's document says. */
public final class ManagedKey {
  private ManagedKey() {}

  /**
   * Makes a key with alias {@code alias/picasso-<environment>-<name>}.
   *
   * @param removal what becomes of it when it leaves the template
   */
  public static Key create(
      Construct scope,
      EnvironmentSettings settings,
      String id,
      String name,
      String description,
      RemovalPolicy removal) {
    var encryption = settings.config().encryption();
    return Key.Builder.create(scope, id)
        .alias("alias/" + settings.named(name))
        .description(description)
        .enableKeyRotation(true)
        .rotationPeriod(Duration.days(EnvironmentSettings.days(encryption.rotation())))
        .pendingWindow(Duration.days(EnvironmentSettings.days(encryption.deletionWindow())))
        .removalPolicy(removal)
        .build();
  }
}
