package ai.myrecruiter.picasso.local.lambda;

import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.sdk.Fields;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.lambda.model.CreateAliasRequest;
import software.amazon.awssdk.services.lambda.model.CreateAliasResponse;
import software.amazon.awssdk.services.lambda.model.DeleteAliasRequest;
import software.amazon.awssdk.services.lambda.model.DeleteAliasResponse;
import software.amazon.awssdk.services.lambda.model.GetAliasRequest;
import software.amazon.awssdk.services.lambda.model.GetAliasResponse;
import software.amazon.awssdk.services.lambda.model.ListAliasesRequest;
import software.amazon.awssdk.services.lambda.model.ListAliasesResponse;
import software.amazon.awssdk.services.lambda.model.UpdateAliasRequest;
import software.amazon.awssdk.services.lambda.model.UpdateAliasResponse;

/** The calls that read and write aliases. */
final class AliasCalls {
  private final EventLoop loop;
  private final LambdaService service;

  AliasCalls(EventLoop loop, LambdaService service) {
    this.loop = loop;
    this.service = service;
  }

  public CreateAliasResponse createAlias(CreateAliasRequest request) {
    return loop.call(() -> {
      var function = plain(request.functionName());
      var target =
          AliasTarget.of(request.functionVersion(), SdkRequests.weights(request.routingConfig()));
      var alias =
          service
              .aliases()
              .create(
                  function,
                  request.name(),
                  target,
                  Optional.ofNullable(request.description()).orElse(""));
      return alias(function, alias, CreateAliasResponse.builder()).build();
    });
  }

  public GetAliasResponse getAlias(GetAliasRequest request) {
    return loop.call(() -> {
      var function = service.functions().require(plain(request.functionName()));
      return alias(
              function.name(), function.requireAlias(request.name()), GetAliasResponse.builder())
          .build();
    });
  }

  public UpdateAliasResponse updateAlias(UpdateAliasRequest request) {
    return loop.call(() -> {
      var function = plain(request.functionName());
      var alias = service.aliases().update(function, request.name(), SdkRequests.change(request));
      return alias(function, alias, UpdateAliasResponse.builder()).build();
    });
  }

  public ListAliasesResponse listAliases(ListAliasesRequest request) {
    return loop.call(() -> {
      var function = service.functions().require(plain(request.functionName()));
      return ListAliasesResponse.builder()
          .aliases(
              function.aliases.values().stream()
                  .map(alias -> SdkMapping.alias(function.name(), alias))
                  .toList())
          .build();
    });
  }

  public DeleteAliasResponse deleteAlias(DeleteAliasRequest request) {
    return loop.call(() -> {
      service.aliases().delete(plain(request.functionName()), request.name());
      return DeleteAliasResponse.builder().build();
    });
  }

  private static <B extends SdkPojo> B alias(String function, Alias alias, B builder) {
    return Fields.copy(SdkMapping.alias(function, alias), builder);
  }

  private static String plain(String function) {
    return FunctionName.parse(function).name();
  }
}
