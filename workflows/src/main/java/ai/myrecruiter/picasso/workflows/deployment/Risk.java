package ai.myrecruiter.picasso.workflows.deployment;

/**
 * Something risky about a change set.
 *
 * @param rule stable code of the rule that found it, in kebab case
 * @param severity what it asks for
 * @param resource logical id
 * @param type of the resource
 * @param property which property it is about; {@code -} for the resource as a whole
 * @param reason why it is risky, for a person
 */
public record Risk(
    String rule, Severity severity, String resource, String type, String property, String reason) {
  /** The risk for a person, on one line. */
  public String line() {
    return "%s %s (%s) %s: %s [%s]".formatted(severity, resource, type, property, reason, rule);
  }
}
