package ai.myrecruiter.picasso.workflows.deployment;

import java.util.Optional;

/**
 * A person's answer about a change set: what is sent with the task token.
 *
 * @param approved yes or no
 * @param by name of the person
 * @param changeSetDigest digest of what they were shown
 * @param reason why, in their words
 */
public record ChangeAnswer(
    boolean approved, String by, String changeSetDigest, Optional<String> reason) {}
