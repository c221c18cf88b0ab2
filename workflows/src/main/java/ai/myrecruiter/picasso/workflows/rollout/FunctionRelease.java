package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is released of one function.
 *
 * @param function its name, 1 to 64 letters, digits, hyphens and underscores
 * @param codeSha256 the code that is to be published, as Lambda names it; absent: whatever the
 *     function holds
 * @param version an already published version to roll out; absent: publish one
 */
public record FunctionRelease(
    String function, Optional<String> codeSha256, Optional<VersionNumber> version) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /** Checks the name. */
  public FunctionRelease {
    InvalidInput.unless(
        NAME.matcher(function).matches(),
        "$.function",
        function,
        "must be a function name: 1 to 64 letters, digits, hyphens and underscores",
        "give the name without ARN and without alias");
  }

  /** Whatever the function holds. */
  public static FunctionRelease ofCode(String function) {
    return new FunctionRelease(function, Optional.empty(), Optional.empty());
  }
}
