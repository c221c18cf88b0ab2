package ai.myrecruiter.picasso.workflows.rollback;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.util.Optional;

/**
 * Input of the {@code rollback} state machine. It needs no more than the alias: the alias remembers
 * the stable version.
 *
 * @param environment where
 * @param function name of the function
 * @param alias name of the alias to put back
 * @param rolloutId the rollout, when the one who starts the rollback knows it
 * @param trigger what started it
 */
public record StartRollback(
    Environment environment,
    String function,
    String alias,
    Optional<RolloutId> rolloutId,
    RollbackTrigger trigger) {}
