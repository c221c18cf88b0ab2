package ai.myrecruiter.picasso.local.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

/** An environment of the managed runtime: it calls a handler. */
final class HandlerSandbox implements Sandbox {
  private final ClassLoader loader;
  private final Callable<RequestStreamHandler> start;
  private @Nullable RequestStreamHandler handler;

  /**
   * An environment that has not started.
   *
   * @param loader the context class loader of its thread
   * @param start makes the handler at the first invocation
   */
  HandlerSandbox(ClassLoader loader, Callable<RequestStreamHandler> start) {
    this.loader = loader;
    this.start = start;
  }

  /** Runs the code; whatever it throws is an answer too. */
  @Override
  @SuppressWarnings("CatchingUnchecked")
  public Outcome run(Call call, StageContext context) {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      var output = new ByteArrayOutputStream();
      started().handleRequest(call.payload().asInputStream(), output, context);
      return new Outcome.Answered(SdkBytes.fromByteArrayUnsafe(output.toByteArray()));
    } catch (ProcessExit exit) {
      handler = null;
      return new Outcome.Failed(FunctionErrors.exited(context.getAwsRequestId(), exit));
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

  @Override
  public boolean usable() {
    return true;
  }

  @Override
  public void close() {}
}
