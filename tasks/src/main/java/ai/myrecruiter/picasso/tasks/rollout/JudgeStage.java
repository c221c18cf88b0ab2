package ai.myrecruiter.picasso.tasks.rollout;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.tasks.lease.LeaseTable;
import ai.myrecruiter.picasso.workflows.judge.StageDecision;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.Itinerary;
import ai.myrecruiter.picasso.workflows.rollout.Member;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One look: reads what both versions did, judges it, and names the next step. A look that runs
 * twice counts once and decides the same.
 */
public final class JudgeStage extends Task<Turn, Turn> {
  private final Ports ports;
  private final LeaseTable leases;
  private final RolloutTable rollouts;

  /** For Lambda. */
  public JudgeStage() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public JudgeStage(Ports ports) {
    super(Turn.class);
    this.ports = ports;
    this.leases = LeaseTable.of(ports);
    this.rollouts = RolloutTable.of(ports);
  }

  @Override
  protected Turn run(Turn turn) {
    var owned = new OwnedRollout(ports, turn.run(), leases, rollouts);
    var next = turn.next();
    var decided = new AtomicReference<StageDecision>();
    var before = requireWeights(owned, turn);
    var looking = new Looking(ports);
    var taken = looking.take(before, next, owned.now());
    var record =
        owned.change((rollout, now) -> {
          var said = rollout.equals(before) ? taken : looking.again(taken.look(), rollout, next);
          decided.set(said.decision());
          return said.look().follows(rollout)
              ? rollout.looked(said.judgement().states(), said.decision().sentence(), now)
              : rollout;
        });
    return turn.then(follow(new Itinerary(record.plan()), next, decided.get()));
  }

  private Rollout requireWeights(OwnedRollout owned, Turn turn) {
    var record = owned.read();
    for (var member : record.members()) {
      var found = owned.alias(member).read().weights();
      var expected = weights(record, member, turn.next());
      if (!found.equals(expected)) {
        owned.checkLease();
        throw owned.drift(member, found, expected.toString());
      }
    }
    return record;
  }

  private static AliasWeights weights(Rollout record, Member member, NextStep next) {
    var stable = member.stable().orElseThrow();
    var candidate = member.candidate().orElseThrow();
    return new Itinerary(record.plan()).isBake(next.stage())
        ? AliasWeights.split(candidate, stable, record.plan().bake().holdback())
        : AliasWeights.split(stable, candidate, record.progress().weight());
  }

  private static NextStep follow(Itinerary itinerary, NextStep now, StageDecision decision) {
    return switch (decision.action()) {
      case CONTINUE -> itinerary.observe(now.stage(), now.look() + 1, decision.sentence());
      case PASS -> itinerary.pass(now.stage(), decision.sentence());
      case FAIL -> itinerary.rollback(now.stage(), now.look(), decision.sentence());
      case HOLD -> itinerary.hold(now.stage(), now.look(), decision.sentence());
    };
  }
}
