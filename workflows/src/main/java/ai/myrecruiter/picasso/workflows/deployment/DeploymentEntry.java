package ai.myrecruiter.picasso.workflows.deployment;

import java.time.Instant;

/**
 * Something that happened to a deployment.
 *
 * @param status where it was then
 * @param sentence what happened, for a person
 */
public record DeploymentEntry(Instant at, DeploymentStatus status, String sentence) {}
