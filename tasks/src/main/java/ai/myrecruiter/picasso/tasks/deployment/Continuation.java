package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.deployment.DeploymentStatus;
import java.time.Instant;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/**
 * The one continuation of a rollback of CloudFormation that failed; what fails twice is left to a
 * person.
 */
public final class Continuation {
  /** How a record says that it was asked for. */
  public static final String SENTENCE = "The rollback failed; continuing it once";

  private Continuation() {}

  /** Whether it was asked for already. */
  public static boolean spent(Deployment deployment) {
    return deployment.entries().stream().anyMatch(it -> it.sentence().equals(SENTENCE));
  }

  /** Asks for it; asked twice it is one. */
  public static void begin(CloudFormationClient cloudFormation, Deployment deployment) {
    var token = StackHistory.continuation(ChangeSetNames.of(deployment.id()));
    cloudFormation.continueUpdateRollback(
        it -> it.stackName(deployment.change().stack()).clientRequestToken(token));
  }

  /** The record of a change that goes back once more. */
  public static Deployment noted(Deployment deployment, String reason, Instant at) {
    return deployment.to(DeploymentStatus.ROLLING_BACK, reason, at).noted(SENTENCE, at);
  }
}
