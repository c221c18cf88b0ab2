package ai.myrecruiter.picasso.local.stage;

import ai.myrecruiter.picasso.local.lambda.FunctionSettings;
import ai.myrecruiter.picasso.local.lambda.HandlerFactory;
import ai.myrecruiter.picasso.tasks.Ports;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.function.Function;

/**
 * Makes the product's own handlers on the ports of the stage, by the class that the template names.
 */
final class ProductHandlers implements HandlerFactory {
  private final Function<FunctionSettings, Ports> ports;

  /** Handlers on ports that are made for a function. */
  ProductHandlers(Function<FunctionSettings, Ports> ports) {
    this.ports = ports;
  }

  @Override
  public RequestStreamHandler create(FunctionSettings settings) {
    var name = settings.handler().replaceFirst("::.*", "");
    try {
      return Class.forName(name)
          .asSubclass(RequestStreamHandler.class)
          .getConstructor(Ports.class)
          .newInstance(ports.apply(settings));
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalArgumentException(
          "Handler %s of %s cannot be made: %s. It must be a class of tasks with a constructor that takes Ports; correct the template."
              .formatted(settings.handler(), settings.name(), e),
          e);
    }
  }
}
