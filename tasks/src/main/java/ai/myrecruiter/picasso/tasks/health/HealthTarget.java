package ai.myrecruiter.picasso.tasks.health;

import ai.myrecruiter.picasso.workflows.Environment;

/**
 * What is checked.
 *
 * @param qualifier the version or alias of the function to ask
 */
public record HealthTarget(
    Environment environment, String function, String alias, String qualifier) {}
