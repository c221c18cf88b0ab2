package ai.myrecruiter.picasso.cli.deploy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.StackDriftDetectionStatus;

/**
 * Has CloudFormation look whether stacks were changed past it. It reads every resource with the
 * rights of the caller; what it finds, or cannot find out, preflight reads.
 */
final class DriftLook {
  private static final Duration LOOK = Duration.ofSeconds(2);
  private final Session session;
  private final Patience patience;
  private final CloudFormationClient cloudFormation;

  DriftLook(Session session, Patience patience) {
    this.session = session;
    this.patience = patience;
    this.cloudFormation = session.account().cloudFormation();
  }

  /** Looks at the stacks that are to be changed and exist, all at once. */
  void at(List<StackPlan> plans) throws InterruptedException {
    var looks = new HashMap<String, String>();
    for (var plan : plans) {
      if (plan.changes() && plan.now().filter(it -> !StackStateChecks.failed(it)).isPresent()) {
        session.say("Looking for drift in " + plan.name());
        var asked = cloudFormation.detectStackDrift(it -> it.stackName(plan.name()));
        looks.put(plan.name(), asked.stackDriftDetectionId());
      }
    }
    for (var look : looks.entrySet()) {
      await(look.getKey(), look.getValue());
    }
  }

  private void await(String stack, String id) throws InterruptedException {
    while (true) {
      var seen =
          cloudFormation.describeStackDriftDetectionStatus(it -> it.stackDriftDetectionId(id));
      if (seen.detectionStatus() != StackDriftDetectionStatus.DETECTION_IN_PROGRESS) {
        return;
      }
      patience.require("CloudFormation goes on looking for drift in %s.".formatted(stack));
      session.shell().pause().pause(LOOK);
    }
  }
}
