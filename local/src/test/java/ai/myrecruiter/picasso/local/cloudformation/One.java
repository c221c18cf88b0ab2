package ai.myrecruiter.picasso.local.cloudformation;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Makes resources of a real type from a template of one stack. */
final class One {
  private One() {}

  /** Plans and makes a stack {@code s} of some types. */
  static ProvisionedStack stack(List<StagedType> types, String template, Map<String, Path> assets) {
    var stack = new StackTemplate("s", Json.of(template), assets);
    var plan = DeploymentPlan.of(List.of(stack), new ResourceTypes(types), Account.STAGE, Map.of());
    return Provisioner.provision(plan).getFirst();
  }

  /** Plans and makes one resource {@code It} of a type. */
  static Created resource(StagedType type, String properties) {
    var template =
        "{'Resources': {'It': {'Type': '%s', 'Properties': %s}}}"
            .formatted(type.name(), properties);
    var created = stack(List.of(type), template, Map.of()).resource("It");
    if (!created.attributes().keySet().equals(type.attributes())) {
      throw new AssertionError(
          "%s promises %s and has %s"
              .formatted(type.name(), type.attributes(), created.attributes().keySet()));
    }
    return created;
  }
}
