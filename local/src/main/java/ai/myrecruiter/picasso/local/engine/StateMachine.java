package ai.myrecruiter.picasso.local.engine;

import ai.myrecruiter.picasso.local.engine.asl.Definition;
import ai.myrecruiter.picasso.local.engine.asl.WorkflowType;
import java.time.Instant;
import java.util.Optional;

/**
 * A state machine in one of its revisions.
 *
 * @param arn its ARN, without a version
 * @param name its name, unique on the stage
 * @param roleArn as which it runs, as its context object shows it
 * @param type what kind of workflow it is
 * @param text the definition as it was given
 * @param definition the same, read
 * @param creationDate when the first revision was made
 * @param revisionId changes with every update; empty until the first
 * @param updateDate when this revision was made
 */
public record StateMachine(
    String arn,
    String name,
    String roleArn,
    WorkflowType type,
    String text,
    Definition definition,
    Instant creationDate,
    Optional<String> revisionId,
    Instant updateDate) {
  /** How calls name the revision that has no id. */
  public static final String INITIAL_REVISION = "INITIAL";

  /** Whether a call that names a revision means this one. */
  boolean isRevision(String id) {
    return revisionId.orElse(INITIAL_REVISION).equals(id);
  }
}
