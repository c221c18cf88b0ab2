package ai.myrecruiter.picasso.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A deployment package with a class loader of its own, so that two versions of a class live side by
 * side.
 */
final class PackagedCode implements Closeable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final URLClassLoader loader;

  PackagedCode(Path jar) {
    this.loader =
        new URLClassLoader(
            "lambda-" + jar.getFileName(),
            TaskRoot.classPath(jar).toArray(URL[]::new),
            new RuntimeOnlyParent());
  }

  ClassLoader loader() {
    return loader;
  }

  /**
   * A new handler of the class that {@code class} or {@code class::handleRequest} names: by its
   * constructor that takes variables, if it has one, else by the one without arguments.
   */
  RequestStreamHandler handler(String handler, Map<String, String> variables)
      throws ReflectiveOperationException {
    var parts = handler.split("::", 2);
    if (parts.length == 2 && !parts[1].equals("handleRequest")) {
      throw new NoSuchMethodException(
          "handler %s: the stage runs handleRequest only".formatted(handler));
    }
    var instance = instance(loader.loadClass(parts[0]), variables);
    return switch (instance) {
      case RequestStreamHandler streams -> streams;
      case RequestHandler<?, ?> objects -> converting(objects);
      default ->
          throw new ClassCastException(
              "handler %s implements neither RequestStreamHandler nor RequestHandler"
                  .formatted(handler));
    };
  }

  private static Object instance(Class<?> type, Map<String, String> variables)
      throws ReflectiveOperationException {
    for (var constructor : type.getConstructors()) {
      if (List.of(constructor.getParameterTypes()).equals(List.of(Map.class))) {
        return constructor.newInstance(variables);
      }
    }
    return type.getDeclaredConstructor().newInstance();
  }

  private static <I> RequestStreamHandler converting(RequestHandler<I, ?> handler) {
    JavaType type =
        JSON.constructType(handler.getClass()).findTypeParameters(RequestHandler.class)[0];
    return new RequestStreamHandler() {
      @Override
      public void handleRequest(InputStream input, OutputStream output, Context context)
          throws IOException {
        I request = JSON.readValue(input, type);
        JSON.writeValue(output, handler.handleRequest(request, context));
      }
    };
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
