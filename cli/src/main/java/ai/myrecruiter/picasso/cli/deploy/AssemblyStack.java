package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.workflows.deployment.CanonicalJson;
import ai.myrecruiter.picasso.workflows.deployment.StableParameters;
import ai.myrecruiter.picasso.workflows.stack.StableParameter;
import ai.myrecruiter.picasso.workflows.stack.StackChange;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A stack of the assembly.
 *
 * @param name of the stack
 * @param template as synthesized
 * @param source the template among the assets
 * @param assets every file that it needs, the template included
 * @param tags of the stack
 * @param protectedFromDeletion whether it is to be protected from deletion
 */
record AssemblyStack(
    String name,
    JsonNode template,
    AssetFile source,
    List<AssetFile> assets,
    Map<String, String> tags,
    boolean protectedFromDeletion) {
  /** Copies the lists. */
  AssemblyStack {
    assets = List.copyOf(assets);
    tags = Map.copyOf(tags);
  }

  /** What is asked of the stack at a place: parameters are what the template says. */
  StackChange change(Place place) {
    var stable = StableParameters.of(template);
    return new StackChange(
        place.account(),
        place.region(),
        name,
        place.objectUrl(place.in(source.bucket()), source.key()),
        CanonicalJson.digest(template),
        stable,
        parameters(stable));
  }

  private Map<String, String> parameters(List<StableParameter> stable) {
    var live = stable.stream().map(StableParameter::parameter).collect(Collectors.toSet());
    var values = new TreeMap<String, String>();
    for (var it : template.path("Parameters").properties()) {
      boolean stored = it.getValue().path("Type").asText().startsWith("AWS::SSM::");
      if (!stored && !live.contains(it.getKey()) && it.getValue().has("Default")) {
        values.put(it.getKey(), it.getValue().path("Default").asText());
      }
    }
    return values;
  }

  /** Its resources of a type, by logical id. */
  Map<String, JsonNode> resources(String type) {
    var found = new TreeMap<String, JsonNode>();
    for (var it : template.path("Resources").properties()) {
      if (it.getValue().path("Type").asText().equals(type)) {
        found.put(it.getKey(), it.getValue());
      }
    }
    return found;
  }

  /** The name of the function that a resource of the template names by reference or by text. */
  String functionOf(JsonNode resource) {
    var named = resource.path("Properties").path("FunctionName");
    return named.isTextual()
        ? named.asText()
        : template
            .path("Resources")
            .path(named.path("Ref").asText())
            .path("Properties")
            .path("FunctionName")
            .asText();
  }
}
