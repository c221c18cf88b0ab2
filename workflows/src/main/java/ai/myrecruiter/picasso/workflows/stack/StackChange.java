package ai.myrecruiter.picasso.workflows.stack;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What is asked of a stack: to become what a template says.
 *
 * @param account twelve digits; a deployment in another account is refused
 * @param region such as {@code us-east-1}; one in another region is refused
 * @param stack name of the stack
 * @param templateUrl where CloudFormation reads the template
 * @param templateDigest SHA-256 of the template in canonical form, in lower-case hexadecimal
 * @param stable parameters that are given the version which serves when the change set is made
 * @param parameters values of other parameters; those that are not named keep theirs
 */
public record StackChange(
    String account,
    String region,
    String stack,
    String templateUrl,
    String templateDigest,
    List<StableParameter> stable,
    Map<String, String> parameters) {
  private static final Pattern STACK = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,127}");
  private static final Pattern URL = Pattern.compile("https://[^\\s]{1,5000}");

  /** Checks the forms. */
  public StackChange {
    stable = List.copyOf(stable);
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    InvalidInput.unless(
        account.matches("[0-9]{12}"),
        "$.account",
        account,
        "must be twelve digits",
        "give the number of the account");
    InvalidInput.unless(
        STACK.matcher(stack).matches(),
        "$.stack",
        stack,
        "must be the name of a stack: a letter, then letters, digits and hyphens",
        "give the name without its ARN");
    InvalidInput.unless(
        URL.matcher(templateUrl).matches(),
        "$.templateUrl",
        templateUrl,
        "must be the https address of a template in S3",
        "upload the template and give its address");
    InvalidInput.unless(
        templateDigest.matches("[0-9a-f]{64}"),
        "$.templateDigest",
        templateDigest,
        "must be a SHA-256 in lower-case hexadecimal",
        "give the digest of the template's canonical form");
    for (var one : stable) {
      InvalidInput.unless(
          !parameters.containsKey(one.parameter()),
          "$.parameters." + one.parameter(),
          String.valueOf(parameters.get(one.parameter())),
          "must not be given: it is the version that serves, which the deployment reads itself",
          "leave it out");
    }
  }
}
