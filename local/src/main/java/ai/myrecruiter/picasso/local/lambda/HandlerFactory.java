package ai.myrecruiter.picasso.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/**
 * Makes the handlers of the product's own functions, with the ports of the stage instead of those a
 * handler's no-argument constructor would take from AWS.
 */
@FunctionalInterface
public interface HandlerFactory {
  /**
   * A handler for one execution environment of a function.
   *
   * @param settings name, handler class and environment variables of the version that runs
   */
  RequestStreamHandler create(FunctionSettings settings);
}
