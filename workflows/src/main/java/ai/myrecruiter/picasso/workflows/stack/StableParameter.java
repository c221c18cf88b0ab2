package ai.myrecruiter.picasso.workflows.stack;

/**
 * A parameter of a template that stands for the version which an alias serves, so that
 * CloudFormation leaves the alias where it is.
 *
 * @param parameter its name, such as {@code StableVersion}
 * @param function name of the function
 * @param alias name of the alias
 */
public record StableParameter(String parameter, String function, String alias) {}
