package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.local.payload.FirstKeyRings;
import ai.myrecruiter.picasso.local.payload.FirstTenants;
import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.environment.EnvironmentConfig;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Puts into an environment what no template may hold. */
final class Seed {
  private final Session session;
  private final EnvironmentConfig config;

  Seed(Session session, EnvironmentConfig config) {
    this.session = session;
    this.config = config;
  }

  /** Refuses another account or region than the document's. */
  void requirePlace() {
    var findings = new PlaceChecks(session, config).place();
    if (!findings.isEmpty()) {
      throw CommandEnd.refused(
          findings.stream().map(Finding::line).collect(Collectors.joining("\n")));
    }
  }

  /**
   * Fills both secrets, unless something signs already. The public halves go first: no token is
   * ever signed that nobody can verify. Ended in between, it begins anew, for nothing was signed.
   *
   * @return whether new keys were made
   */
  boolean keyRings() {
    var signing = config.secret();
    var verification = config.verificationSecret();
    boolean known = hasValue(verification);
    if (hasValue(signing)) {
      if (!known) {
        throw CommandEnd.refused(
            "secret %s has keys and %s has none: no token can be verified. Put the public halves of those keys there; new ones would end every session."
                .formatted(signing, verification));
      }
      return false;
    }
    var label = "%s-%s".formatted(session.environment(), today());
    var rings = FirstKeyRings.generate(session.now(), label);
    put(verification, rings.verification());
    put(signing, rings.signing());
    return true;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(session.now(), ZoneOffset.UTC);
  }

  private boolean hasValue(String secret) {
    try {
      return !session
          .account()
          .secrets()
          .describeSecret(it -> it.secretId(secret))
          .versionIdsToStages()
          .isEmpty();
    } catch (
        software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException missing) {
      throw CommandEnd.refused(
          "secret %s is not there: deploy first (picasso deploy --env %s)"
              .formatted(secret, session.environment()));
    }
  }

  private void put(String secret, String value) {
    session.account().secrets().putSecretValue(it -> it.secretId(secret).secretString(value));
  }

  /** Registers the tenant through which the health check asks. */
  String healthTenant() {
    var table = session.environment().prefix() + "tenants";
    try {
      FirstTenants.registerHealthValidation(session.account().clients().dynamoDb(), table);
      return "health-validation";
    } catch (ResourceNotFoundException missing) {
      throw CommandEnd.refused(
          "table %s is not there: deploy first (picasso deploy --env %s)"
              .formatted(table, session.environment()));
    }
  }
}
