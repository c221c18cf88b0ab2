package ai.myrecruiter.picasso.workflows.deployment;

/**
 * One property that changes. Its values are not kept: they may be secret, and the templates have
 * them.
 *
 * @param name of the property; of an attribute outside the properties, such as {@code
 *     DeletionPolicy}, its own name
 * @param replaces whether this change puts another resource in the place of this one
 */
public record PropertyChange(String name, Replacement replaces) {}
