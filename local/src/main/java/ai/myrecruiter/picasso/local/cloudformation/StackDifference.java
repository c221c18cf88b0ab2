package ai.myrecruiter.picasso.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.EvaluationType;
import software.amazon.awssdk.services.cloudformation.model.PolicyAction;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.RequiresRecreation;
import software.amazon.awssdk.services.cloudformation.model.ResourceAttribute;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;

/** What an update would change, found from the stack as it is and the template that comes. */
final class StackDifference {
  private static final Set<String> ATTRIBUTES =
      Set.of("DeletionPolicy", "Metadata", "UpdateReplacePolicy");
  private final LiveStack stack;
  private final PlannedStack plan;
  private final UpdateBehaviours behaviours;
  private final ChangedNames names;
  private final Evaluator evaluator;

  StackDifference(
      LiveStack stack,
      PlannedStack plan,
      UpdateBehaviours behaviours,
      Map<String, String> exports) {
    this.stack = stack;
    this.plan = plan;
    this.behaviours = behaviours;
    var types = new HashMap<String, ResourceType>();
    plan.resources().forEach(resource -> types.put(resource.logicalId(), resource.type()));
    var planned = new PlannedNames(plan.values(), types, Set.of());
    this.names = new ChangedNames(planned, plan.values(), exports);
    this.evaluator = plan.evaluator(names, new Findings());
  }

  /** The changes by logical id, in the order of the template that comes, removals last. */
  List<Change> changes() {
    var found = new LinkedHashMap<String, ResourceChange>();
    for (var resource : plan.resources()) {
      var before = stack.resources.get(resource.logicalId());
      if (before == null) {
        found.put(resource.logicalId(), added(resource));
      } else {
        var details = details(resource, before);
        var replacement = replacement(details, resource, before);
        if (replacement != Replacement.TRUE) {
          names.stays(resource.logicalId(), before.created(), !details.isEmpty());
        }
        if (!details.isEmpty() || replacement == Replacement.TRUE) {
          found.put(resource.logicalId(), modified(before, details, replacement));
        }
      }
    }
    for (var gone : stack.resources.values()) {
      if (plan.resources().stream().noneMatch(it -> it.logicalId().equals(gone.logicalId()))) {
        found.put(gone.logicalId(), removed(gone));
      }
    }
    return found.values().stream()
        .map(it -> Change.builder().type("Resource").resourceChange(it).build())
        .toList();
  }

  private static ResourceChange added(PlannedResource resource) {
    return ResourceChange.builder()
        .action(ChangeAction.ADD)
        .logicalResourceId(resource.logicalId())
        .resourceType(resource.type().name())
        .scope(List.of())
        .details(List.of())
        .build();
  }

  private static ResourceChange removed(StackResource resource) {
    return ResourceChange.builder()
        .action(ChangeAction.REMOVE)
        .policyAction(resource.retained() ? PolicyAction.RETAIN : PolicyAction.DELETE)
        .logicalResourceId(resource.logicalId())
        .physicalResourceId(resource.created().physicalId())
        .resourceType(resource.type().name())
        .scope(List.of())
        .details(List.of())
        .build();
  }

  private static ResourceChange modified(
      StackResource before, List<ResourceChangeDetail> details, Replacement replacement) {
    var change =
        ResourceChange.builder()
            .action(ChangeAction.MODIFY)
            .logicalResourceId(before.logicalId())
            .physicalResourceId(before.created().physicalId())
            .resourceType(before.type().name())
            .replacement(replacement)
            .scope(details.stream().map(it -> it.target().attribute()).distinct().toList())
            .details(details);
    if (replacement == Replacement.TRUE) {
      change.policyAction(
          before.retainedWhenReplaced()
              ? PolicyAction.REPLACE_AND_RETAIN
              : PolicyAction.REPLACE_AND_DELETE);
    }
    return change.build();
  }

  private Replacement replacement(
      List<ResourceChangeDetail> details, PlannedResource now, StackResource before) {
    if (!now.type().name().equals(before.type().name())) {
      return Replacement.TRUE;
    }
    var result = Replacement.FALSE;
    for (var detail : details) {
      var recreation = detail.target().requiresRecreation();
      if (recreation == RequiresRecreation.ALWAYS && detail.evaluation() == EvaluationType.STATIC) {
        return Replacement.TRUE;
      }
      if (recreation == RequiresRecreation.ALWAYS
          || recreation == RequiresRecreation.CONDITIONALLY) {
        result = Replacement.CONDITIONAL;
      }
    }
    return result;
  }

  private List<ResourceChangeDetail> details(PlannedResource now, StackResource before) {
    var details = new ArrayList<ResourceChangeDetail>();
    var properties = new TreeSet<String>();
    now.properties().fieldNames().forEachRemaining(properties::add);
    before.request().properties().fieldNames().forEachRemaining(properties::add);
    for (var property : properties) {
      names.takeAsked();
      var old = before.request().properties().path(property);
      var next = value(now, property);
      var uncertain = names.takeAsked();
      if (!next.equals(old) || !uncertain.isEmpty()) {
        details.add(detail(now.type().name(), property, old, next, uncertain));
      }
    }
    var declared = plan.source().template().path("Resources").path(now.logicalId());
    for (var attribute : ATTRIBUTES) {
      if (!declared.path(attribute).equals(before.declared().path(attribute))) {
        details.add(attribute(attribute));
      }
    }
    return details;
  }

  private JsonNode value(PlannedResource resource, String property) {
    var declared = resource.properties().path(property);
    return declared.isMissingNode()
        ? MissingNode.getInstance()
        : evaluator.evaluate(declared, resource.path() + ".Properties." + property);
  }

  private ResourceChangeDetail detail(
      String type, String property, JsonNode old, JsonNode next, Set<String> uncertain) {
    var recreation = behaviours.of(type, property);
    var detail =
        ResourceChangeDetail.builder()
            .target(target -> {
              target.attribute(ResourceAttribute.PROPERTIES);
              target.name(property).requiresRecreation(recreation).path("/Properties/" + property);
              target.attributeChangeType(
                  old.isMissingNode() ? "Add" : next.isMissingNode() ? "Remove" : "Modify");
              target.beforeValue(text(old)).afterValue(text(next));
            })
            .evaluation(uncertain.isEmpty() ? EvaluationType.STATIC : EvaluationType.DYNAMIC)
            .changeSource("DirectModification");
    uncertain.stream()
        .findFirst()
        .ifPresent(cause ->
            detail
                .causingEntity(cause)
                .changeSource(cause.contains(".") ? "ResourceAttribute" : "ResourceReference"));
    return detail.build();
  }

  private static ResourceChangeDetail attribute(String name) {
    return ResourceChangeDetail.builder()
        .target(target -> target.attribute(name).requiresRecreation(RequiresRecreation.NEVER))
        .evaluation(EvaluationType.STATIC)
        .changeSource("DirectModification")
        .build();
  }

  @SuppressWarnings("NullAway") // the SDK takes null for a value that is not there
  private static String text(JsonNode value) {
    return value.isMissingNode() || value.isPojo()
        ? null
        : value.isValueNode() ? value.asText() : value.toString();
  }
}
