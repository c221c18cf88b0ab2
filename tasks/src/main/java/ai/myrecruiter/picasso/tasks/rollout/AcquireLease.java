package ai.myrecruiter.picasso.tasks.rollout;

import ai.myrecruiter.picasso.tasks.PolicyInspection;
import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.tasks.lease.LeaseTable;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.lease.Holder;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.Run;
import ai.myrecruiter.picasso.workflows.rollout.StartRollout;
import ai.myrecruiter.picasso.workflows.rollout.Step;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import java.util.Optional;

/** Takes the environment's lease for an execution and writes the rollout's record. */
public final class AcquireLease extends Task<AcquireLease.Request, Turn> {
  private final Ports ports;

  /** For Lambda. */
  public AcquireLease() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public AcquireLease(Ports ports) {
    super(Request.class);
    this.ports = ports;
  }

  /** What was asked, and the execution that asks. */
  public record Request(StartRollout request, String executionArn) {}

  @Override
  protected Turn run(Request input) {
    var asked = input.request();
    var request = asked.under(PolicyInspection.of(ports, asked.environment()));
    var now = ports.clock().instant();
    var holder = new Holder(request.rolloutId(), input.executionArn(), request.startedBy(), now);
    var lease =
        LeaseTable.of(ports)
            .change(
                request.environment(),
                stored ->
                    stored.orElseGet(() -> Lease.never(request.environment())).acquire(holder));
    var record =
        RolloutTable.of(ports)
            .create(Rollout.accepted(request, input.executionArn(), lease.token(), now), now);
    var run =
        new Run(
                request.environment(),
                request.rolloutId(),
                request.function(),
                request.alias(),
                lease.token(),
                Optional.empty())
            .of(record);
    if (!record.executionArn().equals(input.executionArn())) {
      new OwnedRollout(ports, run).release();
      throw new InvalidInput(
          "$.rolloutId",
          request.rolloutId(),
          "must be new; a rollout of this id exists",
          "start with another id");
    }
    return new Turn(
        run, new NextStep(Step.PREFLIGHT, 0, 0, 0, "Lease " + lease.token() + " acquired"));
  }
}
