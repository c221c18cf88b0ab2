package ai.myrecruiter.picasso.workflows.health;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.Verdict;

/**
 * What one check of a health validation found.
 *
 * @param name the check, such as {@code infrastructure}
 * @param verdict INCONCLUSIVE when it could not be evaluated
 * @param sentence what it saw, for a person
 */
public record CheckResult(String name, Verdict verdict, String sentence) {
  /** Refuses a check without a name. */
  public CheckResult {
    InvalidInput.unless(
        !name.isBlank(), "$.name", name, "must name the check", "give the check's name");
  }
}
