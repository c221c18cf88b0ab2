package ai.myrecruiter.picasso.workflows.rollout;

import java.util.Optional;

/**
 * A person's answer: what is sent with the task token.
 *
 * @param approved yes or no
 * @param by name of the person
 * @param stage the stage they were shown
 * @param planDigest digest of the plan they were shown
 * @param reason why, in their words
 */
public record ApprovalAnswer(
    boolean approved, String by, String stage, String planDigest, Optional<String> reason) {}
