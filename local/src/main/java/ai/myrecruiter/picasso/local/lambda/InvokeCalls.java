package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.engine.LambdaAnswer;
import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.loop.RealLoop;
import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;

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
    var payload = Optional.ofNullable(request.payload()).orElse(SdkBytes.fromUtf8String("{}"));
    var type =
        Optional.ofNullable(request.invocationType()).orElse(InvocationType.REQUEST_RESPONSE);
    return switch (type) {
      case REQUEST_RESPONSE -> response(answer(name, payload));
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
        yield LambdaService.join(
            answer.toCompletableFuture().orTimeout(LONGEST_WAIT_MINUTES, TimeUnit.MINUTES));
      }
    };
  }

  private static InvokeResponse response(LambdaAnswer answer) {
    return InvokeResponse.builder()
        .statusCode(answer.statusCode())
        .executedVersion(answer.executedVersion())
        .functionError(answer.functionError().orElse(null))
        .payload(SdkBytes.fromByteArray(answer.payload()))
        .build();
  }
}
