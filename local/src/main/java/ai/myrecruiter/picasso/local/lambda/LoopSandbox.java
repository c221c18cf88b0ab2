package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.runtimeapi.FunctionFailure;
import ai.myrecruiter.picasso.local.runtimeapi.Offer;
import ai.myrecruiter.picasso.local.runtimeapi.ResponseLimits;
import ai.myrecruiter.picasso.local.runtimeapi.RuntimeApi;
import ai.myrecruiter.picasso.local.runtimeapi.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;

/**
 * An environment of a function that brings its own runtime loop, started by the variable {@code
 * AWS_LAMBDA_EXEC_WRAPPER}: the loop runs in this process, in the version's class loader, against a
 * Runtime API of its own. Sockets are real, so it lives on the real clock.
 */
final class LoopSandbox implements Sandbox {
  /** A function that has this variable is not run by the managed runtime. */
  static final String WRAPPER = "AWS_LAMBDA_EXEC_WRAPPER";

  private static final String LOOP = "ai.myrecruiter.picasso.runtime.bootstrap.Bootstrap";
  private final ClassLoader loader;
  private final FunctionVersion version;
  private final Map<String, String> environment;
  private volatile Consumer<String> log = line -> {};
  private @Nullable RuntimeApi api;
  private @Nullable Thread thread;

  /**
   * An environment that has not started.
   *
   * @param environment the function's variables and those of the stage's endpoints
   */
  LoopSandbox(ClassLoader loader, FunctionVersion version, Map<String, String> environment) {
    this.loader = loader;
    this.version = version;
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Outcome run(Call call, StageContext context) {
    log = line -> context.getLogger().log(line);
    var response =
        new WholeResponse(
            call.receiver()
                .map(receiver -> receiver.open(call.requestId(), version.version()))
                .orElse(null));
    try {
      var offer = offer(call, context, response);
      started().offer(offer);
      var failure = offer.ended().get();
      return failure
          .<Outcome>map(how -> new Outcome.Failed(FunctionErrors.reported(how)))
          .orElseGet(() -> new Outcome.Answered(answer(call, response)));
    } catch (IOException | ReflectiveOperationException | ExecutionException e) {
      return new Outcome.Failed(FunctionErrors.thrown(e));
    } catch (InterruptedException timedOut) {
      close();
      return new Outcome.Failed(FunctionErrors.reported(new FunctionFailure("Sandbox.Ended", "")));
    }
  }

  private static SdkBytes answer(Call call, WholeResponse response) {
    return call.receiver().isPresent() ? SdkBytes.fromUtf8String("{}") : response.bytes();
  }

  private static Offer offer(Call call, StageContext context, WholeResponse response) {
    var deadline =
        InstantSource.system()
            .instant()
            .plus(Duration.ofMillis(context.getRemainingTimeInMillis()));
    return new Offer(
        call.requestId(),
        context.getInvokedFunctionArn(),
        deadline,
        "Root=1-00000000-000000000000000000000000;Sampled=0",
        call.payload().asByteArray(),
        response);
  }

  private synchronized RuntimeApi started() throws IOException, ReflectiveOperationException {
    if (api != null) {
      return api;
    }
    var started = RuntimeApi.start(ResponseLimits.LAMBDA);
    var run = loader.loadClass(LOOP).getMethod("run", Map.class, Consumer.class);
    var variables = variables(started.address());
    api = started;
    thread =
        Thread.ofVirtual()
            .name("lambda-" + version.settings().name())
            .unstarted(() -> {
              try {
                Thread.currentThread().setContextClassLoader(loader);
                run.invoke(null, variables, (Consumer<String>) line -> log.accept(line));
              } catch (IllegalAccessException | InvocationTargetException e) {
                log.accept("the runtime loop failed: " + e.getCause());
              } finally {
                gone(started);
              }
            });
    thread.start();
    return started;
  }

  private static void gone(RuntimeApi api) {
    try {
      api.gone();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, String> variables(String address) {
    var settings = version.settings();
    var variables = new HashMap<>(environment);
    variables.put("AWS_LAMBDA_RUNTIME_API", address);
    variables.put("_HANDLER", settings.handler());
    variables.put("AWS_LAMBDA_FUNCTION_NAME", settings.name());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", version.version());
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(settings.memoryMb()));
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    return variables;
  }

  @Override
  public synchronized boolean usable() {
    return api != null && api.state() != State.FAILED;
  }

  @Override
  public synchronized void close() {
    Optional.ofNullable(thread).ifPresent(Thread::interrupt);
    if (api != null) {
      try {
        api.close();
      } catch (IOException e) {
        throw new UncheckedIOException("a Runtime API did not close", e);
      }
    }
  }
}
