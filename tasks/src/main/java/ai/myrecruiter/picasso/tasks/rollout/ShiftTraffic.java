package ai.myrecruiter.picasso.tasks.rollout;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.tasks.alias.AliasState;
import ai.myrecruiter.picasso.tasks.alias.AliasTarget;
import ai.myrecruiter.picasso.workflows.contract.NumberText;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.Itinerary;
import ai.myrecruiter.picasso.workflows.rollout.Member;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import ai.myrecruiter.picasso.workflows.rollout.Versions;

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
    owned.moveAliases(record, (member, before) -> target(owned, record, member, before));
    var observing = owned.change(Rollout::observing);
    var itinerary = new Itinerary(observing.plan());
    return turn.then(
        itinerary.observe(
            stage,
            1,
            "%s %% on %s"
                .formatted(
                    NumberText.format(itinerary.weight(stage)),
                    Versions.of(observing.members(), Member::candidate))));
  }

  private static AliasTarget target(
      OwnedRollout owned, Rollout record, Member member, AliasState before) {
    var stable = member.stable().orElseThrow();
    if (!before.weights().primary().equals(stable)) {
      throw owned.drift(member, before.weights(), "version " + stable);
    }
    return new AliasTarget(
        AliasWeights.split(stable, member.candidate().orElseThrow(), record.progress().weight()),
        record.memory(member).orElseThrow());
  }
}
