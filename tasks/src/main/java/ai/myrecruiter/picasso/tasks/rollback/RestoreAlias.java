package ai.myrecruiter.picasso.tasks.rollback;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.tasks.alias.AliasState;
import ai.myrecruiter.picasso.tasks.alias.Attempts;
import ai.myrecruiter.picasso.tasks.alias.WeightedAlias;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Companion;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Request;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Restored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * All traffic on the stable versions. Asks nobody but the aliases themselves: what they remember of
 * the rollout says which versions are stable, and an alias that remembers nothing goes back to its
 * own version. An alias that cannot be read or written does not keep the others from going back;
 * the task fails after them, and runs again until all have.
 */
public final class RestoreAlias extends Task<Request, RollbackState> {
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
    var attempts = new Attempts();
    Map<String, AliasState> before =
        attempts.each(state.functions(), function -> alias(state, function).read());
    var direction = new Direction(state, before);
    if (!direction.isKnown()) {
      throw attempts.failure();
    }
    Map<String, Companion> after =
        attempts.each(
            List.copyOf(before.keySet()),
            function ->
                restore(state, direction, function, Objects.requireNonNull(before.get(function))));
    attempts.throwFailure();
    return state.with(restored(after));
  }

  private Companion restore(
      RollbackState state, Direction direction, String function, AliasState before) {
    if (direction.isForeign(before)) {
      return new Companion(function, before.weights().primary(), false, true);
    }
    var target = direction.target(before);
    var changed = !before.weights().equals(target.weights());
    if (state.owner().isPresent() || changed) {
      alias(state, function).change(direction::target);
    }
    return new Companion(
        function, target.weights().primary(), changed || alreadyChanged(state, function), false);
  }

  private WeightedAlias alias(RollbackState state, String function) {
    return new WeightedAlias(ports.lambda(), function, state.alias());
  }

  /** Whether an earlier task of this rollback moved the traffic. */
  private static boolean alreadyChanged(RollbackState state, String function) {
    return state
        .restored()
        .map(restored ->
            function.equals(state.function())
                ? restored.changed()
                : restored.companions().stream()
                    .anyMatch(of -> of.function().equals(function) && of.changed()))
        .orElse(false);
  }

  private Restored restored(Map<String, Companion> after) {
    var all = new ArrayList<>(after.values());
    var first = all.removeFirst();
    return new Restored(
        first.stable(), first.changed(), first.foreign(), ports.clock().instant(), all);
  }
}
