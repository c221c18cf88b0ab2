package ai.myrecruiter.picasso.local.sfn;

import ai.myrecruiter.picasso.local.engine.MachineAlias;
import ai.myrecruiter.picasso.local.engine.MachineAliases;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.model.CreateStateMachineAliasRequest;
import software.amazon.awssdk.services.sfn.model.CreateStateMachineAliasResponse;
import software.amazon.awssdk.services.sfn.model.DeleteStateMachineAliasRequest;
import software.amazon.awssdk.services.sfn.model.DeleteStateMachineAliasResponse;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineAliasRequest;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineAliasResponse;
import software.amazon.awssdk.services.sfn.model.ListStateMachineAliasesRequest;
import software.amazon.awssdk.services.sfn.model.ListStateMachineAliasesResponse;
import software.amazon.awssdk.services.sfn.model.RoutingConfigurationListItem;
import software.amazon.awssdk.services.sfn.model.StateMachineAliasListItem;
import software.amazon.awssdk.services.sfn.model.UpdateStateMachineAliasRequest;
import software.amazon.awssdk.services.sfn.model.UpdateStateMachineAliasResponse;

/** The calls about aliases of state machines. */
final class AliasCalls {
  private final Calls calls;
  private final MachineAliases aliases;

  AliasCalls(Calls calls) {
    this.calls = calls;
    this.aliases = calls.core().aliases();
  }

  public CreateStateMachineAliasResponse createStateMachineAlias(
      CreateStateMachineAliasRequest request) {
    return calls.answer(
        request,
        () -> {
          var alias =
              aliases.create(
                  request.name(),
                  Optional.ofNullable(request.description()).orElse(""),
                  routes(request.routingConfiguration()));
          return CreateStateMachineAliasResponse.builder()
              .stateMachineAliasArn(alias.arn())
              .creationDate(alias.creationDate())
              .build();
        },
        "name");
  }

  private static List<MachineAlias.Route> routes(List<RoutingConfigurationListItem> items) {
    return items.stream()
        .map(item ->
            new MachineAlias.Route(
                Optional.ofNullable(item.stateMachineVersionArn()).orElse(""),
                Optional.ofNullable(item.weight()).orElse(0)))
        .toList();
  }

  public UpdateStateMachineAliasResponse updateStateMachineAlias(
      UpdateStateMachineAliasRequest request) {
    return calls.answer(
        request,
        () -> {
          var alias =
              aliases.update(
                  request.stateMachineAliasArn(),
                  Optional.ofNullable(request.description()),
                  request.hasRoutingConfiguration()
                      ? Optional.of(routes(request.routingConfiguration()))
                      : Optional.empty());
          return UpdateStateMachineAliasResponse.builder().updateDate(alias.updateDate()).build();
        },
        "stateMachineAliasArn");
  }

  public DescribeStateMachineAliasResponse describeStateMachineAlias(
      DescribeStateMachineAliasRequest request) {
    return calls.answer(
        request,
        () -> {
          var alias = aliases.get(request.stateMachineAliasArn());
          return DescribeStateMachineAliasResponse.builder()
              .stateMachineAliasArn(alias.arn())
              .name(alias.name())
              .description(alias.description())
              .routingConfiguration(alias.routes().stream().map(AliasCalls::item).toList())
              .creationDate(alias.creationDate())
              .updateDate(alias.updateDate())
              .build();
        },
        "stateMachineAliasArn");
  }

  private static RoutingConfigurationListItem item(MachineAlias.Route route) {
    return RoutingConfigurationListItem.builder()
        .stateMachineVersionArn(route.versionArn())
        .weight(route.weight())
        .build();
  }

  public ListStateMachineAliasesResponse listStateMachineAliases(
      ListStateMachineAliasesRequest request) {
    return calls.answer(
        request,
        () -> {
          var page =
              Page.of(
                  aliases.all(request.stateMachineArn()),
                  MachineAlias::arn,
                  request.maxResults(),
                  request.nextToken());
          return ListStateMachineAliasesResponse.builder()
              .stateMachineAliases(page.items().stream().map(AliasCalls::listItem).toList())
              .nextToken(page.next().orElse(null))
              .build();
        },
        "stateMachineArn");
  }

  private static StateMachineAliasListItem listItem(MachineAlias alias) {
    return StateMachineAliasListItem.builder()
        .stateMachineAliasArn(alias.arn())
        .creationDate(alias.creationDate())
        .build();
  }

  public DeleteStateMachineAliasResponse deleteStateMachineAlias(
      DeleteStateMachineAliasRequest request) {
    return calls.answer(
        request,
        () -> {
          aliases.delete(request.stateMachineAliasArn());
          return DeleteStateMachineAliasResponse.builder().build();
        },
        "stateMachineAliasArn");
  }
}
