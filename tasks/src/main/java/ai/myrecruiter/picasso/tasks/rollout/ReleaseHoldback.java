package ai.myrecruiter.picasso.tasks.rollout;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.tasks.alias.AliasState;
import ai.myrecruiter.picasso.tasks.alias.AliasTarget;
import ai.myrecruiter.picasso.workflows.rollout.AliasMemory;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.Member;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.Step;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import ai.myrecruiter.picasso.workflows.rollout.Versions;

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
    owned.moveAliases(record, (member, before) -> target(owned, record, member, before));
    return turn.then(
        new NextStep(
            Step.CLOSE,
            turn.next().stage(),
            0,
            0,
            "%s serves everything. %s"
                .formatted(
                    Versions.capitalized(record.members(), Member::candidate),
                    turn.next().sentence())));
  }

  private static AliasTarget target(
      OwnedRollout owned, Rollout record, Member member, AliasState before) {
    var candidate = member.candidate().orElseThrow();
    if (!before.weights().primary().equals(candidate)) {
      throw owned.drift(member, before.weights(), "version " + candidate + " with a holdback");
    }
    return new AliasTarget(
        AliasWeights.all(candidate),
        AliasMemory.released(
            record.fencingToken(), candidate, member.stable().orElseThrow(), record.id()));
  }
}
