package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.engine.LambdaAnswer;
import ai.myrecruiter.picasso.local.engine.data.Json;
import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.loop.RealLoop;
import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;

/** {@code Invoke} for callers that wait for the answer. */
final class InvokeCalls {
  /** Longer than any function may run. */
  private static final int LONGEST_WAIT_MINUTES = 16;

  private final EventLoop loop;
  private final LambdaService service;

  InvokeCalls(EventLoop loop, LambdaService service) {
    this.loop = loop;
    this.service = service;
  }

  public InvokeResponse invoke(InvokeRequest request) {
    var name = FunctionName.parse(request.functionName(), Optional.ofNullable(request.qualifier()));
    var payload = payload(request.payload());
    var type =
        Optional.ofNullable(request.invocationType()).orElse(InvocationType.REQUEST_RESPONSE);
    return switch (type) {
      case REQUEST_RESPONSE ->
          request.logType() == LogType.TAIL
              ? withTail(name, payload)
              : response(answer(name, payload)).build();
      case EVENT -> {
        loop.call(() -> {
          service.events().accept(name, payload);
          return name;
        });
        yield InvokeResponse.builder().statusCode(202).build();
      }
      case DRY_RUN -> {
        loop.call(() -> {
          service.invoker().check(name);
          return name;
        });
        yield InvokeResponse.builder().statusCode(204).build();
      }
      case UNKNOWN_TO_SDK_VERSION ->
          throw LambdaErrors.invalid(
              "invocation type '%s' is not RequestResponse, Event or DryRun"
                  .formatted(request.invocationTypeAsString()));
    };
  }

  private static SdkBytes payload(@Nullable SdkBytes given) {
    if (given == null || given.asByteArrayUnsafe().length == 0) {
      return SdkBytes.fromUtf8String("{}");
    }
    try {
      Json.parse(given.asUtf8String());
      return given;
    } catch (Json.InvalidJson e) {
      throw LambdaErrors.notJson(e.problem());
    } catch (UncheckedIOException e) {
      throw LambdaErrors.notJson("it is not UTF-8");
    }
  }

  private InvokeResponse withTail(FunctionName name, SdkBytes payload) {
    var tails = service.tails();
    var start =
        loop.call(() -> {
          tails.watch();
          return loop.now();
        });
    try {
      var answer = answer(name, payload);
      return loop.call(
          () -> response(answer).logResult(tails.tail(answer, start.until(loop.now()))).build());
    } finally {
      loop.call(() -> {
        tails.unwatch();
        return name;
      });
    }
  }

  private LambdaAnswer answer(FunctionName name, SdkBytes payload) {
    return switch (loop) {
      case VirtualLoop _ -> service.invokeInline(name, payload);
      case RealLoop real -> {
        if (real.onLoop()) {
          throw new IllegalStateException(
              "Invoke of %s would wait for the loop on the loop itself: use LambdaService.invoke"
                  .formatted(name.resource()));
        }
        CompletionStage<LambdaAnswer> answer = real.call(() -> service.invokeOnLoop(name, payload));
        yield InvocationEnd.join(
            answer.toCompletableFuture().orTimeout(LONGEST_WAIT_MINUTES, TimeUnit.MINUTES));
      }
    };
  }

  private static InvokeResponse.Builder response(LambdaAnswer answer) {
    return InvokeResponse.builder()
        .statusCode(answer.statusCode())
        .executedVersion(answer.executedVersion())
        .functionError(answer.functionError().orElse(null))
        .payload(SdkBytes.fromByteArray(answer.payload()));
  }
}
