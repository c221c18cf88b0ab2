package ai.myrecruiter.picasso.local.sfn;

import ai.myrecruiter.picasso.local.engine.StepFunctions;
import ai.myrecruiter.picasso.local.engine.StepFunctionsException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;

/** How every call is made: its request is checked, and answered on the loop. */
record Calls(StepFunctions core) {
  /**
   * Answers a request.
   *
   * @param required the fields that must be given
   * @throws software.amazon.awssdk.services.sfn.model.SfnException when it is refused
   */
  <T> T answer(SdkPojo request, Supplier<T> action, String... required) {
    try {
      Constraints.check(request, required);
      return core.loop().call(action);
    } catch (StepFunctionsException refusal) {
      throw Errors.toSdk(refusal);
    }
  }
}
