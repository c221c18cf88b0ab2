package ai.myrecruiter.picasso.local.sfn;

import ai.myrecruiter.picasso.local.engine.StepFunctionsException;
import ai.myrecruiter.picasso.local.engine.StepFunctionsException.Code;
import org.jspecify.annotations.Nullable;

/** Arguments that a call cannot do without. */
final class Required {
  private Required() {}

  static String required(@Nullable String value, String field) {
    if (value == null) {
      throw new StepFunctionsException(
          Code.VALIDATION,
          "1 validation error detected: Value null at '%s' failed to satisfy constraint: Member must not be null"
              .formatted(field));
    }
    return value;
  }
}
