package ai.myrecruiter.picasso.runtime.bootstrap;

import ai.myrecruiter.picasso.runtime.crac.Core;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Starts the loop: as the command of a container, or in place of the managed runtime by {@code
 * AWS_LAMBDA_EXEC_WRAPPER}. The function is the class that {@code _HANDLER} names.
 */
public final class Bootstrap {
  private static final String SNAP_START = "snap-start";
  private final Map<String, String> environment;
  private final Consumer<String> log;
  private final RuntimeApi api;

  private Bootstrap(Map<String, String> environment, Consumer<String> log, RuntimeApi api) {
    this.environment = environment;
    this.log = log;
    this.api = api;
  }

  /** Runs on the process's environment and ends the process. */
  @SuppressWarnings("SystemOut") // the log of a function is its standard output
  public static void main(String[] args) {
    System.exit(run(System.getenv(), System.out::println));
  }

  /**
   * Runs until the Runtime API ends or the thread is interrupted.
   *
   * @param environment the variables that Lambda sets: {@code AWS_LAMBDA_RUNTIME_API}, {@code
   *     _HANDLER}, {@code AWS_LAMBDA_INITIALIZATION_TYPE}, and the function's own
   * @param log takes one line at a time
   * @return the exit status, always 1: a loop has no good end
   */
  public static int run(Map<String, String> environment, Consumer<String> log) {
    System.setProperty("org.crac.Core.Compat", Core.class.getPackageName());
    try (var api = new RuntimeApi(required(environment, "AWS_LAMBDA_RUNTIME_API"))) {
      new Bootstrap(environment, log, api).start();
    } catch (RuntimeApiException ended) {
      log.accept(
          "{\"level\":\"WARN\",\"event\":\"runtime_ended\",\"reason\":%s}"
              .formatted(JsonText.quote(String.valueOf(ended.getMessage()))));
    }
    return 1;
  }

  private static String required(Map<String, String> environment, String name) {
    var value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "environment variable %s is missing: Lambda sets it, so start this as Lambda does"
              .formatted(name));
    }
    return value;
  }

  @SuppressWarnings("CatchingUnchecked") // whatever keeps the function from starting is reported
  private void start() {
    StreamHandler handler;
    try {
      handler = handler(required(environment, "_HANDLER"));
    } catch (Throwable thrown) {
      api.initError(report(thrown));
      return;
    }
    try (handler) {
      if (SNAP_START.equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"))
          && !restored(handler)) {
        return;
      }
      new RuntimeLoop(api, handler, log).run();
    }
  }

  private StreamHandler handler(String name) throws Throwable {
    try {
      return Class.forName(name.replaceFirst("::.*", ""), true, Bootstrap.class.getClassLoader())
          .asSubclass(StreamHandler.class)
          .getConstructor(Map.class, Consumer.class)
          .newInstance(environment, log);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  @SuppressWarnings("CatchingUnchecked") // whatever keeps the function from going on is reported
  private boolean restored(StreamHandler handler) {
    try {
      handler.prime();
      Core.getGlobalContext().beforeCheckpoint(Core.getGlobalContext());
    } catch (Throwable thrown) {
      api.initError(report(thrown));
      return false;
    }
    api.restoreNext();
    try {
      Core.getGlobalContext().afterRestore(Core.getGlobalContext());
      return true;
    } catch (Throwable thrown) {
      api.restoreError(report(thrown));
      return false;
    }
  }

  private ErrorReport report(Throwable thrown) {
    var error = ErrorReport.of(thrown);
    log.accept(
        "{\"level\":\"ERROR\",\"event\":\"start_failed\",\"errorType\":%s}"
            .formatted(JsonText.quote(error.type())));
    return error;
  }
}
