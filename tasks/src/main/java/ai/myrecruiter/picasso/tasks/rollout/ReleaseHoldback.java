package ai.myrecruiter.picasso.tasks.rollout;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.tasks.alias.AliasState;
import ai.myrecruiter.picasso.tasks.alias.AliasTarget;
import ai.myrecruiter.picasso.workflows.rollout.AliasMemory;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.Step;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import java.util.Optional;

/**
 * Ends the holdback bake: the candidate takes all traffic and is, from now on, the stable version.
 */
public final class ReleaseHoldback extends Task<Turn, Turn> {
  private final Ports ports;

  /** For Lambda. */
  public ReleaseHoldback() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public ReleaseHoldback(Ports ports) {
    super(Turn.class);
    this.ports = ports;
  }

  @Override
  protected Turn run(Turn turn) {
    var owned = new OwnedRollout(ports, turn.run());
    var record = owned.change(Rollout::closing);
    owned.alias().change(before -> target(owned, turn, record, before));
    return turn.then(
        new NextStep(
            Step.CLOSE,
            turn.next().stage(),
            0,
            0,
            "Version %s serves everything. %s"
                .formatted(record.candidate().orElseThrow(), turn.next().sentence())));
  }

  private static AliasTarget target(
      OwnedRollout owned, Turn turn, Rollout record, AliasState before) {
    owned.checkLease();
    var candidate = record.candidate().orElseThrow();
    if (!before.weights().primary().equals(candidate)) {
      throw new AliasDrift(
          turn.run(), before.weights(), "version " + candidate + " with a holdback");
    }
    return new AliasTarget(
        AliasWeights.all(candidate),
        new AliasMemory(record.fencingToken(), candidate, Optional.empty(), record.id()));
  }
}
