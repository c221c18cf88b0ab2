package ai.myrecruiter.picasso.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ConflictException;
import software.amazon.awssdk.services.sfn.model.RoutingConfigurationListItem;

/** Versions and aliases of the stage's state machines. */
final class MachineReleaseTypes {
  private static final String AT_ONCE = "ALL_AT_ONCE";
  private static final int ALL = 100;
  private final SfnClient stepFunctions;

  MachineReleaseTypes(SfnClient stepFunctions) {
    this.stepFunctions = stepFunctions;
  }

  List<StagedType> all() {
    return List.of(
        new StagedType(
                "AWS::StepFunctions::StateMachineVersion",
                PropertyRules.effective("Description", "StateMachineArn", "StateMachineRevisionId"),
                Set.of("Arn"),
                this::version)
            .with(Lifecycle.FIXED.change(), this::deleteVersion),
        new StagedType(
                "AWS::StepFunctions::StateMachineAlias",
                PropertyRules.effective(
                    "DeploymentPreference.StateMachineVersionArn",
                    "DeploymentPreference.Type",
                    "Description",
                    "Name",
                    "RoutingConfiguration[].StateMachineVersionArn",
                    "RoutingConfiguration[].Weight"),
                Set.of("Arn"),
                this::alias)
            .with(this::changeAlias, this::deleteAlias));
  }

  private void deleteVersion(ResourceRequest request, Created existing) {
    stepFunctions.deleteStateMachineVersion(it -> it.stateMachineVersionArn(existing.physicalId()));
  }

  private Created changeAlias(ResourceRequest request, Created existing) {
    var routes = routes(request.properties());
    stepFunctions.updateStateMachineAlias(update ->
        update
            .stateMachineAliasArn(existing.physicalId())
            .description(request.text("Description"))
            .routingConfiguration(routes));
    return existing;
  }

  private void deleteAlias(ResourceRequest request, Created existing) {
    stepFunctions.deleteStateMachineAlias(it -> it.stateMachineAliasArn(existing.physicalId()));
  }

  private Created version(ResourceRequest request) {
    var arn =
        stepFunctions
            .publishStateMachineVersion(publish ->
                publish
                    .stateMachineArn(request.text("StateMachineArn"))
                    .revisionId(given(request, "StateMachineRevisionId").orElse(null))
                    .description(given(request, "Description").orElse(null)))
            .stateMachineVersionArn();
    return new Created(arn, Map.of("Arn", arn));
  }

  private Created alias(ResourceRequest request) {
    var routes = routes(request.properties());
    var description = request.text("Description");
    var arn = create(request.name("Name"), description, routes);
    return new Created(arn, Map.of("Arn", arn));
  }

  /** Makes the alias, or points the one of an earlier stage to the versions of this. */
  private String create(
      String name, String description, List<RoutingConfigurationListItem> routes) {
    try {
      return stepFunctions
          .createStateMachineAlias(
              create -> create.name(name).description(description).routingConfiguration(routes))
          .stateMachineAliasArn();
    } catch (ConflictException exists) {
      var arn = machine(routes.getFirst().stateMachineVersionArn()) + ":" + name;
      stepFunctions.updateStateMachineAlias(update ->
          update.stateMachineAliasArn(arn).description(description).routingConfiguration(routes));
      return arn;
    }
  }

  private static String machine(String versionArn) {
    return versionArn.substring(0, versionArn.lastIndexOf(':'));
  }

  private static List<RoutingConfigurationListItem> routes(JsonNode properties) {
    var routes = new ArrayList<RoutingConfigurationListItem>();
    for (var route : properties.path("RoutingConfiguration")) {
      routes.add(
          route(route.path("StateMachineVersionArn").asText(), route.path("Weight").asInt()));
    }
    var preference = properties.path("DeploymentPreference");
    if (routes.isEmpty() == preference.isMissingNode()) {
      throw new IllegalArgumentException(
          "a state machine alias needs RoutingConfiguration or DeploymentPreference, and not both");
    }
    if (preference.isObject()) {
      requireAtOnce(preference.path("Type").asText());
      routes.add(route(preference.path("StateMachineVersionArn").asText(), ALL));
    }
    return routes;
  }

  private static void requireAtOnce(String type) {
    if (!type.equals(AT_ONCE)) {
      throw new IllegalArgumentException(
          "DeploymentPreference.Type '%s': the stage moves an alias at once; use %s"
              .formatted(type, AT_ONCE));
    }
  }

  private static RoutingConfigurationListItem route(String versionArn, int weight) {
    return RoutingConfigurationListItem.builder()
        .stateMachineVersionArn(versionArn)
        .weight(weight)
        .build();
  }

  private static Optional<String> given(ResourceRequest request, String property) {
    return Optional.of(request.text(property)).filter(text -> !text.isEmpty());
  }
}
