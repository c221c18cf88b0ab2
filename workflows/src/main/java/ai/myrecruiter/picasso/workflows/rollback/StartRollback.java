package ai.myrecruiter.picasso.workflows.rollback;

import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
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
 * @param companions names of the functions that are released together with this one; their aliases,
 *     of the same name, go back too
 */
public record StartRollback(
    Environment environment,
    String function,
    String alias,
    Optional<RolloutId> rolloutId,
    RollbackTrigger trigger,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<String> companions) {
  /** Copies the names. */
  public StartRollback {
    companions = List.copyOf(companions);
  }

  /** A rollback of one function. */
  public StartRollback(
      Environment environment,
      String function,
      String alias,
      Optional<RolloutId> rolloutId,
      RollbackTrigger trigger) {
    this(environment, function, alias, rolloutId, trigger, List.of());
  }
}
