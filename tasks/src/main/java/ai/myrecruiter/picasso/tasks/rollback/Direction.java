package ai.myrecruiter.picasso.tasks.rollback;

import ai.myrecruiter.picasso.tasks.alias.AliasState;
import ai.myrecruiter.picasso.tasks.alias.AliasTarget;
import ai.myrecruiter.picasso.tasks.rollback.RollbackState.Owner;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.rollout.AliasMemory;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the aliases of a release go, decided from what all of them say: a release whose every alias
 * has been released stays, any other goes back as a whole. An alias that went back is not released,
 * so whoever repeats the decision in the middle comes to the same one.
 */
final class Direction {
  private static final RolloutId NOBODY = new RolloutId("none");
  private final RollbackState state;
  private final Optional<RolloutId> subject;
  private final List<AliasMemory> release;
  private final boolean unread;

  /**
   * The direction of a rollback.
   *
   * @param before what the aliases that could be read say, by function
   */
  Direction(RollbackState state, Map<String, AliasState> before) {
    this.state = state;
    var memories = before.values().stream().flatMap(alias -> alias.memory().stream()).toList();
    this.subject = state.subject().or(() -> underWay(memories));
    this.release = memories.stream().filter(this::isOfSubject).toList();
    this.unread = before.size() < state.functions().size();
  }

  private static Optional<RolloutId> underWay(List<AliasMemory> memories) {
    return memories.stream()
        .filter(memory -> memory.candidate().isPresent())
        .map(AliasMemory::rollout)
        .findFirst();
  }

  private boolean isOfSubject(AliasMemory memory) {
    return subject.map(memory.rollout()::equals).orElse(false);
  }

  /**
   * Whether it can be told. While all that can be read of a release has been released, an alias
   * that cannot be read decides; nothing is split until then.
   */
  boolean isKnown() {
    return !unread
        || release.isEmpty()
        || release.stream().anyMatch(memory -> memory.previous().isEmpty());
  }

  /** Whether an alias is in the hands of another rollout than the one this rollback is for. */
  boolean isForeign(AliasState alias) {
    return state.owner().isEmpty()
        && state.rolloutId().isPresent()
        && alias.memory().filter(memory -> memory.candidate().isPresent()).isPresent()
        && !alias.memory().map(AliasMemory::rollout).equals(state.rolloutId());
  }

  /** What an alias shall say. */
  AliasTarget target(AliasState alias) {
    var stable = stable(alias);
    var token =
        state.owner().map(Owner::token).or(() -> alias.memory().map(AliasMemory::token)).orElse(0L);
    var rollout = state.subject().or(() -> alias.memory().map(AliasMemory::rollout)).orElse(NOBODY);
    var previous = alias.memory().filter(_ -> stays(alias)).flatMap(AliasMemory::previous);
    return new AliasTarget(
        AliasWeights.all(stable),
        new AliasMemory(token, stable, Optional.empty(), rollout, previous));
  }

  /** Whether an alias belongs to a release that stays: every alias of it has been released. */
  private boolean stays(AliasState alias) {
    return alias.memory().filter(this::isOfSubject).isPresent()
        && release.stream().allMatch(memory -> memory.previous().isPresent());
  }

  private VersionNumber stable(AliasState alias) {
    return alias
        .memory()
        .filter(memory -> state.subject().map(memory.rollout()::equals).orElse(true))
        .map(memory -> back(memory, alias))
        .orElse(alias.weights().primary());
  }

  private VersionNumber back(AliasMemory memory, AliasState alias) {
    return isOfSubject(memory) && !stays(alias)
        ? memory.previous().orElse(memory.stable())
        : memory.stable();
  }
}
