package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.lease.LeaseTable;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.rollout.Run;
import java.time.Instant;
import java.util.function.BiFunction;

/**
 * The record of the deployment that a task works for. Whoever was taken over gets {@code LeaseLost}
 * before anything is written.
 */
final class OwnedDeployment {
  private final Ports ports;
  private final Run run;
  private final DeploymentTable table;

  OwnedDeployment(Ports ports, Run run) {
    this.ports = ports;
    this.run = run;
    this.table = DeploymentTable.of(ports);
  }

  void checkLease() {
    LeaseTable.of(ports)
        .read(run.environment())
        .orElseGet(() -> Lease.never(run.environment()))
        .check(run.token());
  }

  /** The record, written if there is none. */
  Deployment begin(Deployment begun) {
    checkLease();
    return table.create(begun);
  }

  Deployment read() {
    return change((deployment, now) -> deployment);
  }

  Deployment change(BiFunction<Deployment, Instant, Deployment> change) {
    var now = now();
    return table.change(
        run.environment(),
        run.rolloutId(),
        deployment -> {
          checkLease();
          return change.apply(deployment, now);
        });
  }

  Instant now() {
    return ports.clock().instant();
  }
}
