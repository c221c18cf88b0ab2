package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.loop.EventLoop;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.Concurrency;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.CreateFunctionResponse;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionResponse;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.GetFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionRequest;
import software.amazon.awssdk.services.lambda.model.ListVersionsByFunctionResponse;
import software.amazon.awssdk.services.lambda.model.PublishVersionRequest;
import software.amazon.awssdk.services.lambda.model.PublishVersionResponse;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeResponse;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationResponse;

/** The calls that read and write functions and their versions. */
final class FunctionCalls {
  private final EventLoop loop;
  private final LambdaService service;

  FunctionCalls(EventLoop loop, LambdaService service) {
    this.loop = loop;
    this.service = service;
  }

  public CreateFunctionResponse createFunction(CreateFunctionRequest request) {
    return loop.call(() -> {
      var code = service.code().jar(zip(request.code().zipFile(), request.functionName()));
      var created = service.functions().create(SdkRequests.settings(request), code);
      var shown =
          request.publish() != null && request.publish()
              ? published(created.settings().name())
              : created;
      return SdkMapping.as(shown, Optional.empty(), CreateFunctionResponse.builder()).build();
    });
  }

  private FunctionVersion published(String function) {
    return service
        .functions()
        .publish(function, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static byte[] zip(@Nullable SdkBytes zipFile, String function) {
    if (zipFile == null) {
      throw LambdaErrors.invalid(
          "code of %s is not a ZipFile: the stage takes no S3 object or image".formatted(function));
    }
    return zipFile.asByteArray();
  }

  /** All functions on one page, as {@code $LATEST}. */
  public ListFunctionsResponse listFunctions(ListFunctionsRequest request) {
    return loop.call(() -> {
      var shown = new ArrayList<FunctionConfiguration>();
      service
          .functions()
          .all()
          .forEach(
              function -> shown.add(SdkMapping.configuration(function.latest, Optional.empty())));
      return ListFunctionsResponse.builder().functions(shown).build();
    });
  }

  public GetFunctionResponse getFunction(GetFunctionRequest request) {
    return loop.call(() -> {
      var name = name(request.functionName(), request.qualifier());
      var response =
          GetFunctionResponse.builder()
              .configuration(SdkMapping.configuration(find(name), name.qualifier()));
      service
          .functions()
          .require(name.name())
          .reservedConcurrency
          .ifPresent(limit ->
              response.concurrency(
                  Concurrency.builder().reservedConcurrentExecutions(limit).build()));
      return response.build();
    });
  }

  public GetFunctionConfigurationResponse getFunctionConfiguration(
      GetFunctionConfigurationRequest request) {
    return loop.call(() -> {
      var name = name(request.functionName(), request.qualifier());
      return SdkMapping.as(find(name), name.qualifier(), GetFunctionConfigurationResponse.builder())
          .build();
    });
  }

  private FunctionVersion find(FunctionName name) {
    var function = service.functions().require(name.name());
    var qualifier = name.qualifier().orElse(FunctionName.LATEST);
    var alias = Optional.ofNullable(function.aliases.get(qualifier));
    return function.requireVersion(alias.map(a -> a.target().version()).orElse(qualifier));
  }

  private static FunctionName name(String function, @Nullable String qualifier) {
    return FunctionName.parse(function, Optional.ofNullable(qualifier));
  }

  private static String plain(String function) {
    return FunctionName.parse(function).name();
  }

  public UpdateFunctionCodeResponse updateFunctionCode(UpdateFunctionCodeRequest request) {
    return loop.call(() -> {
      var name = plain(request.functionName());
      var code = service.code().jar(zip(request.zipFile(), name));
      var updated =
          service.functions().updateCode(name, code, Optional.ofNullable(request.revisionId()));
      var shown = request.publish() != null && request.publish() ? published(name) : updated;
      return SdkMapping.as(shown, Optional.empty(), UpdateFunctionCodeResponse.builder()).build();
    });
  }

  public UpdateFunctionConfigurationResponse updateFunctionConfiguration(
      UpdateFunctionConfigurationRequest request) {
    return loop.call(() -> {
      var old = service.settings(plain(request.functionName()));
      var updated =
          service
              .functions()
              .updateSettings(
                  SdkRequests.changed(old, request), Optional.ofNullable(request.revisionId()));
      return SdkMapping.as(updated, Optional.empty(), UpdateFunctionConfigurationResponse.builder())
          .build();
    });
  }

  public PublishVersionResponse publishVersion(PublishVersionRequest request) {
    return loop.call(() -> {
      var published =
          service
              .functions()
              .publish(
                  plain(request.functionName()),
                  Optional.ofNullable(request.codeSha256()),
                  Optional.ofNullable(request.description()),
                  Optional.ofNullable(request.revisionId()));
      return SdkMapping.as(
              published, Optional.of(published.version()), PublishVersionResponse.builder())
          .build();
    });
  }

  public ListVersionsByFunctionResponse listVersionsByFunction(
      ListVersionsByFunctionRequest request) {
    return loop.call(() -> {
      var function = service.functions().require(plain(request.functionName()));
      var shown = new ArrayList<FunctionConfiguration>();
      shown.add(SdkMapping.configuration(function.latest, Optional.of(FunctionName.LATEST)));
      function
          .versions
          .values()
          .forEach(version ->
              shown.add(SdkMapping.configuration(version, Optional.of(version.version()))));
      return ListVersionsByFunctionResponse.builder().versions(shown).build();
    });
  }

  public DeleteFunctionResponse deleteFunction(DeleteFunctionRequest request) {
    return loop.call(() -> {
      service.functions().delete(name(request.functionName(), request.qualifier()));
      return DeleteFunctionResponse.builder().statusCode(204).build();
    });
  }
}
