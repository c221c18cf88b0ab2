package ai.myrecruiter.picasso.local.engine;

import ai.myrecruiter.picasso.local.engine.asl.Definition;
import ai.myrecruiter.picasso.local.engine.asl.WorkflowType;
import java.time.Instant;

/**
 * A state machine.
 *
 * @param arn its ARN
 * @param name its name, unique on the stage
 * @param roleArn as which it runs, as its context object shows it
 * @param type what kind of workflow it is
 * @param text the definition as it was given
 * @param definition the same, read
 * @param creationDate when it was made
 */
public record StateMachine(
    String arn,
    String name,
    String roleArn,
    WorkflowType type,
    String text,
    Definition definition,
    Instant creationDate) {}
