package ai.myrecruiter.picasso.local.engine;

import ai.myrecruiter.picasso.local.engine.asl.Definition;
import java.time.Instant;

/**
 * A state machine; a Standard one, as all are.
 *
 * @param arn its ARN
 * @param name its name, unique on the stage
 * @param roleArn as which it runs, as its context object shows it
 * @param text the definition as it was given
 * @param definition the same, read
 * @param creationDate when it was made
 */
public record StateMachine(
    String arn,
    String name,
    String roleArn,
    String text,
    Definition definition,
    Instant creationDate) {}
