package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.sdk.StageAccount;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A function as callers name it: {@code name}, {@code name:qualifier}, {@code
 * account:function:name} or a whole ARN, with or without a qualifier.
 *
 * @param qualifier a version, {@code $LATEST} or an alias
 */
record FunctionName(String name, Optional<String> qualifier) {
  static final String LATEST = "$LATEST";

  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?:arn:aws[a-z-]*+:lambda:[a-z0-9-]++:)?\\d{12}:function:)?([\\w-]{1,64}+)"
              + "(?::(\\$LATEST|[\\w-]{1,128}+))?");

  static FunctionName parse(String text) {
    var matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw LambdaErrors.invalid(
          "'%s' is not a function: give name, name:qualifier or its ARN".formatted(text));
    }
    return new FunctionName(matcher.group(1), Optional.ofNullable(matcher.group(2)));
  }

  /** The function and the qualifier that a call gave apart, which must not contradict. */
  static FunctionName parse(String text, Optional<String> apart) {
    var parsed = parse(text);
    if (apart.isEmpty()) {
      return parsed;
    }
    if (parsed.qualifier.isPresent() && !parsed.qualifier.equals(apart)) {
      throw LambdaErrors.invalid(
          "The derived qualifier from the function name '%s' does not match the qualifier '%s'"
              .formatted(text, apart.get()));
    }
    return new FunctionName(parsed.name, apart);
  }

  /** {@code name} or {@code name:qualifier}: the metric dimension {@code Resource}. */
  String resource() {
    return qualifier.map(q -> name + ":" + q).orElse(name);
  }

  String arn() {
    return StageAccount.arn("lambda", "function:" + resource());
  }
}
