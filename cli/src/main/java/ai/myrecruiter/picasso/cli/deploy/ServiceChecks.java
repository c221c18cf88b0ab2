package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.lease.Holder;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

/** Whether what is deployed already is well and free. */
final class ServiceChecks {
  private final Session session;

  ServiceChecks(Session session) {
    this.session = session;
  }

  /** Nobody owns the environment but a command that this one goes on with. */
  List<Finding> leaseForDeployment() {
    var findings = lease();
    return findings.isEmpty() || ownedByOpenDeployment() ? List.of() : findings;
  }

  private boolean ownedByOpenDeployment() {
    return session
        .deployed()
        .leases()
        .read(session.environment())
        .flatMap(Lease::holder)
        .filter(Holder::deploys)
        .flatMap(holder -> session.journal().read(holder.rollout()))
        .filter(it -> !it.status().terminal())
        .isPresent();
  }

  /** Nobody owns the environment; one that has no table of leases has no owner. */
  List<Finding> lease() {
    try {
      return session
          .deployed()
          .leases()
          .read(session.environment())
          .filter(Lease::held)
          .flatMap(Lease::holder)
          .map(this::owned)
          .stream()
          .toList();
    } catch (ResourceNotFoundException none) {
      return List.of();
    }
  }

  private Finding owned(Holder owner) {
    var verb = owner.deploys() ? "picasso deploy show " : "picasso rollout abort ";
    return new Finding(
        "lease",
        "%s of %s since %s".formatted(owner.rollout(), owner.name(), owner.acquiredAt()),
        "must be free: nobody else may be changing " + session.environment(),
        "wait for it, or see " + verb + owner.rollout());
  }

  /** The secrets of a stack that is there exist and, once all stacks are there, have a value. */
  List<Finding> secrets(DeclaredNames declared, boolean complete) {
    return declared.of("AWS::SecretsManager::Secret", "Name").stream()
        .flatMap(name -> secret(name, complete))
        .toList();
  }

  private Stream<Finding> secret(String name, boolean complete) {
    try {
      var secret = session.account().secrets().describeSecret(it -> it.secretId(name));
      if (secret.deletedDate() != null) {
        return Stream.of(
            new Finding(
                "secret",
                name + " is to be deleted",
                "must be kept",
                "aws secretsmanager restore-secret --secret-id " + name));
      }
      return complete && secret.versionIdsToStages().isEmpty()
          ? Stream.of(
              new Finding(
                  "secret", name + " is empty", "must have a value", "put the key rings into it"))
          : Stream.of();
    } catch (
        software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException missing) {
      return Stream.of(
          new Finding(
              "secret", name, "must exist", "somebody deleted it; restore or make it anew"));
    }
  }
}
