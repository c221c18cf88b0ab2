package ai.myrecruiter.picasso.tasks.alias;

import ai.myrecruiter.picasso.workflows.rollout.AliasMemory;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import java.util.Optional;

/** What a change wants an alias to say. */
public record AliasTarget(AliasWeights weights, AliasMemory memory) {
  boolean reachedBy(AliasState state) {
    return state.weights().equals(weights) && state.memory().equals(Optional.of(memory));
  }
}
