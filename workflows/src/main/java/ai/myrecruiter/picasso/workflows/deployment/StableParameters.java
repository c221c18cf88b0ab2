package ai.myrecruiter.picasso.workflows.deployment;

import ai.myrecruiter.picasso.workflows.stack.StableParameter;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Finds the parameters of a template that stand for the versions which aliases serve. */
public final class StableParameters {
  private StableParameters() {}

  /** One for each alias whose version is a parameter, by the names that the template declares. */
  public static List<StableParameter> of(JsonNode template) {
    var found = new ArrayList<StableParameter>();
    for (var resource : template.path("Resources")) {
      var properties = resource.path("Properties");
      var parameter = properties.path("FunctionVersion").path("Ref").asText();
      if (resource.path("Type").asText().equals("AWS::Lambda::Alias") && !parameter.isEmpty()) {
        found.add(
            new StableParameter(
                parameter, function(template, properties), properties.path("Name").asText()));
      }
    }
    return found;
  }

  private static String function(JsonNode template, JsonNode alias) {
    var declared = alias.path("FunctionName");
    return declared.isTextual()
        ? declared.asText()
        : template
            .path("Resources")
            .path(declared.path("Ref").asText())
            .path("Properties")
            .path("FunctionName")
            .asText();
  }
}
