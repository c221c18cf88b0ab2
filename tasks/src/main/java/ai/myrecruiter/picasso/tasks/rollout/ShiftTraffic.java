package ai.myrecruiter.picasso.tasks.rollout;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.tasks.alias.AliasState;
import ai.myrecruiter.picasso.tasks.alias.AliasTarget;
import ai.myrecruiter.picasso.workflows.contract.NumberText;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.Itinerary;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.Turn;

/** Sets a stage's weight on the alias. */
public final class ShiftTraffic extends Task<Turn, Turn> {
  private final Ports ports;

  /** For Lambda. */
  public ShiftTraffic() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public ShiftTraffic(Ports ports) {
    super(Turn.class);
    this.ports = ports;
  }

  @Override
  protected Turn run(Turn turn) {
    var owned = new OwnedRollout(ports, turn.run());
    var stage = turn.next().stage();
    var looking = new Looking(ports);
    var look = looking.baseline(owned.read(), "shift-" + stage, stage, owned.now());
    var record =
        owned.change((rollout, now) ->
            looking
                .counted(
                    rollout,
                    look,
                    "Counting from here for stage " + new Itinerary(rollout.plan()).name(stage),
                    now)
                .shifting(stage, now));
    owned.alias().change(before -> target(owned, turn, record, before));
    var observing = owned.change(Rollout::observing);
    var itinerary = new Itinerary(observing.plan());
    return turn.then(
        itinerary.observe(
            stage,
            1,
            "%s %% on version %s"
                .formatted(
                    NumberText.format(itinerary.weight(stage)),
                    observing.candidate().orElseThrow())));
  }

  private static AliasTarget target(
      OwnedRollout owned, Turn turn, Rollout record, AliasState before) {
    owned.checkLease();
    var stable = record.stable().orElseThrow();
    if (!before.weights().primary().equals(stable)) {
      throw new AliasDrift(turn.run(), before.weights(), "version " + stable);
    }
    return new AliasTarget(
        AliasWeights.split(stable, record.candidate().orElseThrow(), record.progress().weight()),
        record.memory().orElseThrow());
  }
}
