package ai.myrecruiter.picasso.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

/** An execution environment: runs one invocation at a time, and is used again for the next. */
final class Sandbox {
  private final ClassLoader loader;
  private final Callable<RequestStreamHandler> start;
  private @Nullable RequestStreamHandler handler;

  /**
   * An environment that has not started.
   *
   * @param loader the context class loader of its thread
   * @param start makes the handler at the first invocation
   */
  Sandbox(ClassLoader loader, Callable<RequestStreamHandler> start) {
    this.loader = loader;
    this.start = start;
  }

  /** Runs the code; whatever it throws is an answer too. */
  @SuppressWarnings("CatchingUnchecked")
  Outcome run(SdkBytes payload, StageContext context) {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      var output = new ByteArrayOutputStream();
      started().handleRequest(payload.asInputStream(), output, context);
      return new Outcome.Answered(SdkBytes.fromByteArrayUnsafe(output.toByteArray()));
    } catch (InvocationTargetException e) {
      return new Outcome.Failed(FunctionErrors.thrown(e.getCause() == null ? e : e.getCause()));
    } catch (Throwable thrown) {
      return new Outcome.Failed(FunctionErrors.thrown(thrown));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private RequestStreamHandler started() throws Exception {
    if (handler == null) {
      handler = start.call();
    }
    return handler;
  }
}
