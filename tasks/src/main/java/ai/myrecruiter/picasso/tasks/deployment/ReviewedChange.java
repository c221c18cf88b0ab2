package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.workflows.deployment.ChangeSet;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** A change set that was reviewed, in the moment before it is executed. */
public final class ReviewedChange {
  private final CloudFormationClient cloudFormation;
  private final LambdaClient lambda;
  private final Deployment deployment;

  /** The change set of a deployment that is cleared. */
  public ReviewedChange(
      CloudFormationClient cloudFormation, LambdaClient lambda, Deployment deployment) {
    this.cloudFormation = cloudFormation;
    this.lambda = lambda;
    this.deployment = deployment;
  }

  /**
   * Returns when it still is the one that was reviewed, and every alias still serves the version
   * that it was made with.
   *
   * @throws ChangeRefused when it is not
   */
  public void requireUnchanged() {
    var name = ChangeSetNames.of(deployment.id());
    var reviewed = deployment.changeSet().orElseThrow();
    var view = new ChangeSetView(cloudFormation, deployment.change(), name);
    ChangeSet now = view.read(view.template(), reviewed.creates());
    if (!now.digest().equals(reviewed.digest())) {
      throw new ChangeRefused(
          "Change set %s is not the one that was reviewed any more; deploy again.".formatted(name));
    }
    if (!reviewed.creates()) {
      StableVersions.byParameter(lambda, deployment.change())
          .forEach((parameter, version) -> requireLive(now, parameter, version));
    }
  }

  private static void requireLive(ChangeSet now, String parameter, String version) {
    var passed = String.valueOf(now.parameters().get(parameter));
    if (!passed.equals(version)) {
      throw new ChangeRefused(
          "%s is %s in the change set, but version %s serves by now; deploy again."
              .formatted(parameter, passed, version));
    }
  }
}
