package ai.myrecruiter.picasso.workflows.deployment;

import java.util.Optional;

/**
 * One property that changes.
 *
 * @param name of the property; of an attribute outside the properties, such as {@code
 *     DeletionPolicy}, its own name
 * @param before its value as text; absent when there was none or it is not known
 * @param after its value as text; absent when there will be none or it is not known yet
 * @param replaces whether this change puts another resource in the place of this one
 */
public record PropertyChange(
    String name, Optional<String> before, Optional<String> after, Replacement replaces) {}
