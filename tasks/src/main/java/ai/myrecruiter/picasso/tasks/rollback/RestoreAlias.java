package ai.myrecruiter.picasso.tasks.rollback;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.tasks.alias.AliasState;
import ai.myrecruiter.picasso.tasks.alias.AliasTarget;
import ai.myrecruiter.picasso.tasks.alias.WeightedAlias;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Owner;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Request;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Restored;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.rollout.AliasMemory;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.util.Optional;

/**
 * All traffic on the stable version. Asks nobody but the alias itself: what it remembers of the
 * rollout says which version is stable, and an alias that remembers nothing goes back to its own
 * version.
 */
public final class RestoreAlias extends Task<Request, RollbackState> {
  private static final RolloutId NOBODY = new RolloutId("none");
  private final Ports ports;

  /** For Lambda. */
  public RestoreAlias() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public RestoreAlias(Ports ports) {
    super(Request.class);
    this.ports = ports;
  }

  @Override
  protected RollbackState run(Request request) {
    var state = request.state();
    var alias = new WeightedAlias(ports.lambda(), state.function(), state.alias());
    var before = alias.read();
    if (isForeign(state, before)) {
      return state.with(
          new Restored(before.weights().primary(), false, true, ports.clock().instant()));
    }
    var stable = stable(state, before);
    if (state.owner().isPresent() || !before.weights().equals(AliasWeights.all(stable))) {
      alias.change(now -> target(state, now));
    }
    var changed = !before.weights().equals(AliasWeights.all(stable));
    return state.with(
        new Restored(stable, changed || alreadyChanged(state), false, ports.clock().instant()));
  }

  /** Whether an earlier task of this rollback moved the traffic. */
  private static boolean alreadyChanged(RollbackState state) {
    return state.restored().map(Restored::changed).orElse(false);
  }

  /** Whether the alias is in the hands of another rollout than the one this rollback is for. */
  private static boolean isForeign(RollbackState state, AliasState before) {
    return state.owner().isEmpty()
        && state.rolloutId().isPresent()
        && before.memory().filter(memory -> memory.candidate().isPresent()).isPresent()
        && !before.memory().map(AliasMemory::rollout).equals(state.rolloutId());
  }

  private static VersionNumber stable(RollbackState state, AliasState alias) {
    return alias
        .memory()
        .filter(memory -> state.subject().map(memory.rollout()::equals).orElse(true))
        .map(AliasMemory::stable)
        .orElse(alias.weights().primary());
  }

  private static AliasTarget target(RollbackState state, AliasState alias) {
    var stable = stable(state, alias);
    var token =
        state.owner().map(Owner::token).or(() -> alias.memory().map(AliasMemory::token)).orElse(0L);
    var rollout = state.subject().or(() -> alias.memory().map(AliasMemory::rollout)).orElse(NOBODY);
    return new AliasTarget(
        AliasWeights.all(stable), new AliasMemory(token, stable, Optional.empty(), rollout));
  }
}
