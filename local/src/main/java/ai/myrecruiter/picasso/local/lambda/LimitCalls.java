package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.loop.EventLoop;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionConcurrencyResponse;
import software.amazon.awssdk.services.lambda.model.FunctionUrlAuthType;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsRequest;
import software.amazon.awssdk.services.lambda.model.GetAccountSettingsResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConcurrencyResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionUrlConfigRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionUrlConfigResponse;
import software.amazon.awssdk.services.lambda.model.InvokeMode;
import software.amazon.awssdk.services.lambda.model.PutFunctionConcurrencyRequest;
import software.amazon.awssdk.services.lambda.model.PutFunctionConcurrencyResponse;

/** The calls on how a function is reached: its URL and its reserved concurrency. */
final class LimitCalls {
  /** Executions at once in an account whose quota nobody raised. */
  private static final int CONCURRENCY = 1000;

  private static final long CODE_BYTES = 80_530_636_800L;
  private static final long UNZIPPED_BYTES = 262_144_000L;
  private static final long ZIPPED_BYTES = 52_428_800L;

  private final EventLoop loop;
  private final LambdaService service;

  LimitCalls(EventLoop loop, LambdaService service) {
    this.loop = loop;
    this.service = service;
  }

  public GetFunctionUrlConfigResponse getFunctionUrlConfig(GetFunctionUrlConfigRequest request) {
    return loop.call(() -> {
      var name = name(request.functionName(), request.qualifier());
      var url =
          service
              .functions()
              .require(name.name())
              .urls
              .get(name.qualifier().orElse(FunctionName.LATEST));
      if (url == null) {
        throw LambdaErrors.notFound(
            "The resource you requested does not exist: URL of " + name.arn());
      }
      return GetFunctionUrlConfigResponse.builder()
          .functionUrl(url)
          .functionArn(name.arn())
          .authType(FunctionUrlAuthType.NONE)
          .invokeMode(InvokeMode.BUFFERED)
          .build();
    });
  }

  public PutFunctionConcurrencyResponse putFunctionConcurrency(
      PutFunctionConcurrencyRequest request) {
    return loop.call(() -> {
      int limit = request.reservedConcurrentExecutions();
      service.reserveConcurrency(plain(request.functionName()), OptionalInt.of(limit));
      return PutFunctionConcurrencyResponse.builder().reservedConcurrentExecutions(limit).build();
    });
  }

  public GetFunctionConcurrencyResponse getFunctionConcurrency(
      GetFunctionConcurrencyRequest request) {
    return loop.call(() -> {
      var response = GetFunctionConcurrencyResponse.builder();
      service
          .functions()
          .require(plain(request.functionName()))
          .reservedConcurrency
          .ifPresent(response::reservedConcurrentExecutions);
      return response.build();
    });
  }

  public DeleteFunctionConcurrencyResponse deleteFunctionConcurrency(
      DeleteFunctionConcurrencyRequest request) {
    return loop.call(() -> {
      service.reserveConcurrency(plain(request.functionName()), OptionalInt.empty());
      return DeleteFunctionConcurrencyResponse.builder().build();
    });
  }

  /** What the account may have of Lambda, and what it has. */
  public GetAccountSettingsResponse getAccountSettings(GetAccountSettingsRequest request) {
    return loop.call(() -> {
      var functions = service.functions().all();
      int reserved = functions.stream().mapToInt(it -> it.reservedConcurrency.orElse(0)).sum();
      return GetAccountSettingsResponse.builder()
          .accountLimit(limit ->
              limit
                  .concurrentExecutions(CONCURRENCY)
                  .unreservedConcurrentExecutions(CONCURRENCY - reserved)
                  .totalCodeSize(CODE_BYTES)
                  .codeSizeUnzipped(UNZIPPED_BYTES)
                  .codeSizeZipped(ZIPPED_BYTES))
          .accountUsage(usage ->
              usage
                  .functionCount((long) functions.size())
                  .totalCodeSize(functions.stream().mapToLong(LimitCalls::codeBytes).sum()))
          .build();
    });
  }

  private static long codeBytes(StageFunction function) {
    long published =
        function.versions.values().stream().mapToLong(version -> version.code().size()).sum();
    return function.latest.code().size() + published;
  }

  private static FunctionName name(String function, @Nullable String qualifier) {
    return FunctionName.parse(function, Optional.ofNullable(qualifier));
  }

  private static String plain(String function) {
    return FunctionName.parse(function).name();
  }
}
