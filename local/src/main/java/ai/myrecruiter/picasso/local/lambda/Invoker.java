package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.engine.LambdaAnswer;
import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.sdk.Ids;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;

/** The way of an invocation: choose the version, admit, run, measure, answer. */
final class Invoker {
  private static final int MAX_PAYLOAD = 6 * 1024 * 1024;

  private final EventLoop loop;
  private final Functions functions;
  private final Aliases aliases;
  private final Sandboxes sandboxes;
  private final InvocationMetrics metrics;
  private final Consumer<LogLine> log;
  private final Faults faults;
  private final TaskFaults taskFaults;

  Invoker(
      EventLoop loop,
      Functions functions,
      Aliases aliases,
      Sandboxes sandboxes,
      InvocationMetrics metrics,
      Consumer<LogLine> log,
      Faults faults,
      TaskFaults taskFaults) {
    this.loop = loop;
    this.functions = functions;
    this.aliases = aliases;
    this.sandboxes = sandboxes;
    this.metrics = metrics;
    this.log = log;
    this.faults = faults;
    this.taskFaults = taskFaults;
  }

  /** Completes with the answer, or exceptionally with Lambda's refusal. */
  CompletionStage<LambdaAnswer> invoke(FunctionName name, SdkBytes payload, Pace pace) {
    return invoke(name, payload, Optional.empty(), pace);
  }

  /** The same for somebody who takes the response while it comes. */
  CompletionStage<LambdaAnswer> invoke(
      FunctionName name, SdkBytes payload, Optional<StreamReceiver> receiver, Pace pace) {
    try {
      var call = call(name, payload, receiver);
      var fault = taskFaults.next(call.function().name(), loop.now());
      return fault.isPresent() ? harmed(call, fault.get(), pace) : perform(call, pace);
    } catch (AwsServiceException refusal) {
      return CompletableFuture.failedFuture(refusal);
    }
  }

  /** Checks that an invocation would be taken, without one. */
  void check(FunctionName name) {
    version(functions.require(name.name()), name);
  }

  private Call call(FunctionName name, SdkBytes payload, Optional<StreamReceiver> receiver) {
    var function = functions.require(name.name());
    if (payload.asByteArrayUnsafe().length > MAX_PAYLOAD) {
      throw LambdaErrors.tooLarge(payload.asByteArrayUnsafe().length, MAX_PAYLOAD);
    }
    boolean throughAlias = name.qualifier().filter(function.aliases::containsKey).isPresent();
    return new Call(
        function,
        version(function, name),
        name,
        throughAlias,
        Ids.uuid(loop.random()),
        loop.now(),
        payload,
        receiver);
  }

  private FunctionVersion version(StageFunction function, FunctionName name) {
    var qualifier = name.qualifier().orElse(FunctionName.LATEST);
    var alias = function.aliases.get(qualifier);
    return function.requireVersion(alias == null ? qualifier : aliases.choose(alias.target()));
  }

  private CompletionStage<LambdaAnswer> harmed(Call call, TaskFault fault, Pace pace) {
    return switch (fault) {
      case ERROR -> {
        admit(call, VersionFaults.NONE);
        yield CompletableFuture.completedFuture(finish(call, injected(call), Duration.ZERO));
      }
      case TIMEOUT -> {
        admit(call, VersionFaults.NONE);
        yield timeOut(call, pace);
      }
      case SILENCE -> {
        admit(call, VersionFaults.NONE);
        yield timeOut(call, pace).thenCompose(unheard -> pace.silence());
      }
      case LOST_ANSWER ->
          perform(call, pace)
              .thenCompose(answer ->
                  CompletableFuture.failedFuture(
                      LambdaErrors.service("the stage was told to lose this answer")));
      case DUPLICATE ->
          perform(call, pace)
              .thenCompose(
                  first -> perform(call(call.name(), call.payload(), call.receiver()), pace));
    };
  }

  private CompletionStage<LambdaAnswer> perform(Call call, Pace pace) {
    var fault = faults.of(call.function().name(), call.version().version());
    admit(call, fault);
    var latency = fault.latency();
    var timeout = call.version().settings().timeout();
    if (latency.compareTo(timeout) >= 0) {
      return timeOut(call, pace);
    }
    boolean fails = happens(fault.errorRate());
    fault.emissions().stream()
        .filter(emission -> happens(emission.rate()))
        .forEach(emission -> metrics.emitted(call, emission));
    var ready =
        latency.isZero() ? CompletableFuture.<Void>completedFuture(null) : pace.pass(latency);
    return ready
        .thenCompose(passed ->
            fails
                ? CompletableFuture.completedFuture(injected(call))
                : run(call, timeout.minus(latency), pace))
        .thenApply(outcome -> finish(call, outcome, latency));
  }

  /** The answer of an invocation that does nothing until its time is over. */
  private CompletionStage<LambdaAnswer> timeOut(Call call, Pace pace) {
    var timeout = call.version().settings().timeout();
    return pace.pass(timeout).thenApply(passed -> finish(call, timedOut(call), timeout));
  }

  private void admit(Call call, VersionFaults fault) {
    var function = call.function();
    if (function.reservedConcurrency.isPresent()
        && function.running >= function.reservedConcurrency.getAsInt()) {
      metrics.throttled(call);
      throw LambdaErrors.throttled("ReservedFunctionConcurrentInvocationLimitExceeded");
    }
    if (happens(fault.throttleRate())) {
      metrics.throttled(call);
      throw LambdaErrors.throttled("CallerRateLimitExceeded");
    }
    function.running++;
  }

  private boolean happens(double rate) {
    return rate > 0 && loop.random().nextDouble() < rate;
  }

  private CompletionStage<Outcome> run(Call call, Duration limit, Pace pace) {
    var sandbox = sandboxes.take(call.version());
    var context = new StageContext(call, loop.clock(), loop.now().plus(limit));
    return pace.run(() -> sandbox.run(call, context), limit, () -> timedOut(call))
        .thenApply(outcome -> {
          if (outcome instanceof Outcome.TimedOut) {
            sandbox.close();
          } else {
            sandboxes.giveBack(call.version(), sandbox);
          }
          context.lines().lines().forEach(line -> log.accept(logLine(call, line)));
          return outcome;
        });
  }

  private static LogLine logLine(Call call, String text) {
    return new LogLine(
        call.start(), call.function().name(), call.version().version(), call.requestId(), text);
  }

  private LambdaAnswer finish(Call call, Outcome outcome, Duration atLeast) {
    call.function().running--;
    var elapsed = call.start().until(loop.now());
    var limited = limited(outcome);
    boolean failed = !(limited instanceof Outcome.Answered);
    metrics.completed(call, failed, elapsed.compareTo(atLeast) > 0 ? elapsed : atLeast);
    return new LambdaAnswer(
        200,
        call.version().version(),
        failed ? Optional.of("Unhandled") : Optional.empty(),
        limited.json().asByteArrayUnsafe(),
        call.requestId());
  }

  private static Outcome limited(Outcome outcome) {
    int size = outcome.json().asByteArrayUnsafe().length;
    return size > MAX_PAYLOAD
        ? new Outcome.Failed(FunctionErrors.tooLarge(size, MAX_PAYLOAD))
        : outcome;
  }

  private static Outcome injected(Call call) {
    return new Outcome.Failed(
        FunctionErrors.injected(call.function().name(), call.version().version()));
  }

  private static Outcome timedOut(Call call) {
    return new Outcome.TimedOut(
        FunctionErrors.timedOut(call.requestId(), call.version().settings().timeout()));
  }
}
