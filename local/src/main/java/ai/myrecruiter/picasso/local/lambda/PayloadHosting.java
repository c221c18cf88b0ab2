package ai.myrecruiter.picasso.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * How deployment packages are run.
 *
 * @param environment variables that every packaged function gets, over those of its own
 * @param model stands in for the code of a function, if it has an answer to its settings
 */
public record PayloadHosting(
    Map<String, String> environment,
    Function<FunctionSettings, Optional<RequestStreamHandler>> model) {
  /** Packages run as they are, with their own variables only. */
  public static final PayloadHosting PLAIN =
      new PayloadHosting(Map.of(), settings -> Optional.empty());

  /** Copies the variables. */
  public PayloadHosting {
    environment = Map.copyOf(environment);
  }

  /** The variables of a function as its code sees them. */
  Map<String, String> variables(FunctionSettings settings) {
    var variables = new HashMap<>(settings.environment());
    variables.putAll(environment);
    variables.put("AWS_LAMBDA_FUNCTION_NAME", settings.name());
    return variables;
  }
}
