package ai.myrecruiter.picasso.tasks.rollback;

import ai.myrecruiter.picasso.tasks.ErrorOutput;
import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.tasks.lease.LeaseTable;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Owner;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Request;
import ai.myrecruiter.picasso.tasks.rollout.RolloutTable;
import ai.myrecruiter.picasso.workflows.lease.Holder;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes the lease over from the rollout that holds it, so that none of its tasks can write any
 * more. Leaves the lease alone when nobody holds it, or when the rollback was started for another
 * rollout than the one that does.
 */
public final class TakeOver extends Task<Request, RollbackState> {
  private final Ports ports;

  /** For Lambda. */
  public TakeOver() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public TakeOver(Ports ports) {
    super(Request.class);
    this.ports = ports;
  }

  @Override
  protected RollbackState run(Request request) {
    var state = request.state();
    var leases = LeaseTable.of(ports);
    return leases
        .read(state.environment())
        .filter(Lease::held)
        .flatMap(Lease::holder)
        .map(Holder::rollout)
        .filter(held -> state.rolloutId().map(held::equals).orElse(true))
        .map(held -> takeOver(request, held, leases))
        .orElse(state);
  }

  private RollbackState takeOver(Request request, RolloutId held, LeaseTable leases) {
    var state = request.state();
    var now = ports.clock().instant();
    var taker =
        new Holder(held, request.executionArn(), "rollback by " + state.trigger().name(), now);
    var lease =
        leases.change(
            state.environment(),
            stored -> {
              var present = stored.orElseGet(() -> Lease.never(state.environment()));
              return isOf(present, held) ? present.takeOver(taker) : present;
            });
    var record = record(request, held, lease.token(), now);
    var arn = record.map(Rollout::executionArn).orElse("");
    var taken = state.with(new Owner(held, lease.token(), arn));
    return record.map(Rollout::functions).map(taken::together).orElse(taken);
  }

  private static boolean isOf(Lease lease, RolloutId rollout) {
    return lease.held() && lease.holder().map(Holder::rollout).equals(Optional.of(rollout));
  }

  private Optional<Rollout> record(Request request, RolloutId held, long token, Instant now) {
    var state = request.state();
    var rollouts = RolloutTable.of(ports);
    if (rollouts.read(state.environment(), held).isEmpty()) {
      return Optional.empty();
    }
    var why = ErrorOutput.sentence(state.trigger().reason());
    return Optional.of(
        rollouts.change(
            state.environment(),
            held,
            now,
            rollout ->
                rollout.status().terminal()
                    ? rollout
                    : rollout.rollingBack(
                        token,
                        "Rolling back, triggered by "
                            + ErrorOutput.simpleName(state.trigger().name())
                            + ". "
                            + why,
                        now)));
  }
}
