package ai.myrecruiter.picasso.cli;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** The product's handlers as functions from text to text. */
public final class Handlers {
  private static final LambdaLogger SILENT =
      new LambdaLogger() {
        @Override
        public void log(String message) {}

        @Override
        public void log(byte[] message) {}
      };

  private Handlers() {}

  /** A handler. */
  public static UnaryOperator<String> of(RequestStreamHandler handler) {
    return input -> {
      var out = new ByteArrayOutputStream();
      try {
        handler.handleRequest(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out, context());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return out.toString(StandardCharsets.UTF_8);
    };
  }

  private static Context context() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                method.getName().equals("getLogger") ? SILENT : "request");
  }
}
