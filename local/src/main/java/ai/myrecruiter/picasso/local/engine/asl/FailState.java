package ai.myrecruiter.picasso.local.engine.asl;

import ai.myrecruiter.picasso.local.engine.data.Expression;
import java.util.Optional;

/**
 * Ends its machine with an error.
 *
 * @param error Error or ErrorPath
 * @param cause Cause or CausePath
 */
public record FailState(String name, Optional<Expression> error, Optional<Expression> cause)
    implements State {
  @Override
  public String type() {
    return "Fail";
  }
}
