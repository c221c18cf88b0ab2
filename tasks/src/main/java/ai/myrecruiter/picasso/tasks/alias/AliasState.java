package ai.myrecruiter.picasso.tasks.alias;

import ai.myrecruiter.picasso.workflows.rollout.AliasMemory;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;
import java.util.Optional;

/**
 * What an alias says at one revision.
 *
 * @param revision the RevisionId a change of this state has to carry
 * @param weights where the traffic goes
 * @param memory what the last writer of ours noted in the description, if it was one of ours
 */
public record AliasState(String revision, AliasWeights weights, Optional<AliasMemory> memory) {}
