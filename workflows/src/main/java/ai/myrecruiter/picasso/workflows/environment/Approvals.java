package ai.myrecruiter.picasso.workflows.environment;

/**
 * What a person has to consent to in an environment.
 *
 * @param changeSet whether a deployment's change set needs consent
 * @param stages whether every stage of a rollout needs consent, whatever its plan says
 * @param otherThanStarter whether the person must be another than the one who started it
 */
public record Approvals(boolean changeSet, boolean stages, boolean otherThanStarter) {}
