package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.tasks.deployment.ChangeRefused;
import ai.myrecruiter.picasso.workflows.Finding;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Clears a deployment, or refuses it for all that preflight finds. */
final class Clearance {
  private static final Duration LOOK = Duration.ofSeconds(10);
  private final Session session;
  private final DeployRequest request;
  private final Patience patience;

  Clearance(Session session, DeployRequest request, Patience patience) {
    this.session = session;
    this.request = request;
    this.patience = patience;
  }

  /**
   * Returns when nothing is wrong. While nothing is but alarms that are too young to say, it waits
   * for them to settle.
   *
   * @throws ChangeRefused with all findings
   */
  void require(List<StackPlan> plans) throws InterruptedException {
    var preflight = preflight(plans);
    if (!request.dryRun() && preflight.onlyUnsettledAlarms()) {
      session.say("Waiting for alarms to settle:\n" + lines(preflight.findings()));
      while (preflight.onlyUnsettledAlarms()) {
        patience.require("Alarms had not settled:\n" + lines(preflight.findings()));
        session.shell().pause().pause(LOOK);
        preflight = preflight(plans);
      }
    }
    if (!preflight.findings().isEmpty()) {
      throw new ChangeRefused(
          "Preflight refused the deployment of %s; nothing was changed.\n"
                  .formatted(session.environment())
              + lines(preflight.findings()));
    }
  }

  private Preflight preflight(List<StackPlan> plans) {
    return Preflight.of(session, request.config(), plans, request.deleteFailed());
  }

  private static String lines(List<Finding> findings) {
    return findings.stream().map(Finding::line).collect(Collectors.joining("\n"));
  }
}
