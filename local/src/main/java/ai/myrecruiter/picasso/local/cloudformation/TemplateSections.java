package ai.myrecruiter.picasso.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** Refuses the parts of a template that the stage does not read. */
final class TemplateSections {
  private static final Set<String> SECTIONS =
      Set.of(
          "AWSTemplateFormatVersion",
          "Conditions",
          "Description",
          "Mappings",
          "Metadata",
          "Outputs",
          "Parameters",
          "Resources",
          "Rules");
  private static final Set<String> RESOURCE_FIELDS =
      Set.of(
          "Condition",
          "DeletionPolicy",
          "DependsOn",
          "Metadata",
          "Properties",
          "Type",
          "UpdateReplacePolicy");

  /** Rules that need not hold on the stage, and why. */
  private static final Map<String, String> RULES =
      Map.of("CheckBootstrapVersion", "the stage needs no bootstrap stack");

  private TemplateSections() {}

  static void check(StackTemplate stack, Findings findings) {
    unknown(
        stack.template(), SECTIONS, stack.name(), "the stage does not read this section", findings);
    unknown(
        stack.template().path("Rules"),
        RULES.keySet(),
        stack.name() + ".Rules",
        "the stage does not check this rule",
        findings);
    for (var resource : stack.template().path("Resources").properties()) {
      unknown(
          resource.getValue(),
          RESOURCE_FIELDS,
          stack.name() + ".Resources." + resource.getKey(),
          "the stage does not heed this attribute of a resource",
          findings);
    }
    if (stack.template().path("Resources").isEmpty()) {
      findings.add(
          stack.name() + ".Resources",
          stack.template().path("Resources"),
          "must have a resource",
          "synthesize the stack again");
    }
  }

  private static void unknown(
      JsonNode object, Set<String> known, String path, String rule, Findings findings) {
    for (var field : object.properties()) {
      if (!known.contains(field.getKey())) {
        findings.add(
            path + "." + field.getKey(), field.getValue(), rule, "remove it, or implement it");
      }
    }
  }
}
