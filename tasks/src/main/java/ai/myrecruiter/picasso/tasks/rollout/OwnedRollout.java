package ai.myrecruiter.picasso.tasks.rollout;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.alias.AliasState;
import ai.myrecruiter.picasso.tasks.alias.AliasTarget;
import ai.myrecruiter.picasso.tasks.alias.WeightedAlias;
import ai.myrecruiter.picasso.tasks.lease.LeaseTable;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.Member;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.Run;
import java.time.Instant;
import java.util.function.BiFunction;

/**
 * The record, the lease and the alias of the rollout that a task works for. Whoever was taken over
 * gets {@code LeaseLost} from each of its operations, before anything is written.
 */
final class OwnedRollout {
  private final Ports ports;
  private final Run run;
  private final LeaseTable leases;
  private final RolloutTable rollouts;

  OwnedRollout(Ports ports, Run run) {
    this(ports, run, LeaseTable.of(ports), RolloutTable.of(ports));
  }

  /** By tables that the task keeps between its calls. */
  OwnedRollout(Ports ports, Run run, LeaseTable leases, RolloutTable rollouts) {
    this.ports = ports;
    this.run = run;
    this.leases = leases;
    this.rollouts = rollouts;
  }

  /** Refuses to go on unless the run still owns the environment. */
  void checkLease() {
    leases
        .read(run.environment())
        .orElseGet(() -> Lease.never(run.environment()))
        .check(run.token());
  }

  /** The record. */
  Rollout read() {
    checkLease();
    return rollouts
        .read(run.environment(), run.rolloutId())
        .orElseThrow(() -> new UnknownRollout(run.environment(), run.rolloutId()));
  }

  /** Changes the record, checking the lease before each attempt. */
  Rollout change(BiFunction<Rollout, Instant, Rollout> change) {
    var now = now();
    return rollouts.change(
        run.environment(),
        run.rolloutId(),
        now,
        rollout -> {
          checkLease();
          return change.apply(rollout, now);
        });
  }

  /** Gives the lease back. */
  void release() {
    leases.change(
        run.environment(),
        lease -> lease.orElseGet(() -> Lease.never(run.environment())).release(run.token()));
  }

  /** The alias of one of the release's functions. */
  WeightedAlias alias(Member member) {
    return new WeightedAlias(ports.lambda(), member.function(), run.alias());
  }

  /**
   * Writes the alias of every function of the release, in their order. Killed between two, it does
   * what is left when it runs again; what is done already is found and not written again.
   *
   * @param target what a function's alias shall say; asked after each reading, when the lease has
   *     been checked
   */
  void moveAliases(Rollout record, BiFunction<Member, AliasState, AliasTarget> target) {
    for (var member : record.members()) {
      alias(member)
          .change(before -> {
            checkLease();
            return target.apply(member, before);
          });
    }
  }

  /** That an alias is not what this rollout left it at. */
  AliasDrift drift(Member member, AliasWeights found, String expected) {
    return new AliasDrift(member.function() + ":" + run.alias(), found, expected);
  }

  Instant now() {
    return ports.clock().instant();
  }
}
