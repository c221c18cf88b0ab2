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

/**
 * Makes the candidate the alias's own version and leaves the old one a small share, so that there
 * still is a comparison.
 */
public final class PromoteVersion extends Task<Turn, Turn> {
  private final Ports ports;

  /** For Lambda. */
  public PromoteVersion() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public PromoteVersion(Ports ports) {
    super(Turn.class);
    this.ports = ports;
  }

  @Override
  protected Turn run(Turn turn) {
    var owned = new OwnedRollout(ports, turn.run());
    var looking = new Looking(ports);
    var before = owned.read();
    var look = looking.baseline(before, "promote", before.plan().stages().size(), owned.now());
    var record =
        owned.change((rollout, now) ->
            looking.counted(rollout, look, "Counting from here for the bake", now).promoting(now));
    owned.moveAliases(record, (member, found) -> target(owned, record, member, found));
    var baking = owned.change(Rollout::baking);
    var holdback = NumberText.format(baking.plan().bake().holdback());
    return turn.then(
        new Itinerary(baking.plan())
            .observe(
                turn.next().stage(),
                1,
                "%s promoted, %s %% held back"
                    .formatted(
                        Versions.capitalized(baking.members(), Member::candidate), holdback)));
  }

  private static AliasTarget target(
      OwnedRollout owned, Rollout record, Member member, AliasState before) {
    var stable = member.stable().orElseThrow();
    var candidate = member.candidate().orElseThrow();
    var weights = AliasWeights.split(candidate, stable, record.plan().bake().holdback());
    var primary = before.weights().primary();
    if (!primary.equals(stable) && !before.weights().equals(weights)) {
      throw owned.drift(
          member, before.weights(), "version " + stable + " with a share on " + candidate);
    }
    return new AliasTarget(weights, record.memory(member).orElseThrow());
  }
}
