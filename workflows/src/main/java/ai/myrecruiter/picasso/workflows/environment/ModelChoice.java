package ai.myrecruiter.picasso.workflows.environment;

/**
 * Who answers, and who redacts summaries.
 *
 * @param id a Bedrock foundation model
 * @param guardrail id of a Bedrock guardrail; empty for the rules alone
 * @param guardrailVersion {@code DRAFT} or a number
 */
public record ModelChoice(String id, String guardrail, String guardrailVersion) {
  /** Checks the forms. */
  public ModelChoice {
    EnvironmentRules.MODEL.require("$.id", id);
    EnvironmentRules.GUARDRAIL.require("$.guardrail", guardrail);
    EnvironmentRules.GUARDRAIL_VERSION.require("$.guardrailVersion", guardrailVersion);
  }
}
