package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.local.BuiltFiles;
import ai.myrecruiter.picasso.local.cloudformation.CloudAssembly;
import ai.myrecruiter.picasso.local.cloudformation.StackTemplate;
import ai.myrecruiter.picasso.local.cloudformation.TemplateRefused;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was synthesized for an environment: its stacks, each after those it depends on. */
final class Assembly {
  private static final String OPTION = "--assembly";
  private static final String FIX =
      "synthesize it (mvn -pl infra -am -DskipTests package), or name its folder";
  private final Path folder;
  private final JsonNode artifacts;

  private Assembly(Path folder) {
    this.folder = folder;
    this.artifacts = json(folder.resolve("manifest.json")).path("artifacts");
  }

  /**
   * The stacks of an environment in the order of their dependencies.
   *
   * @param folder empty for the one that the build of the project makes
   * @throws InvalidInput when there is no assembly, or none of the environment
   */
  static List<AssemblyStack> stacks(Optional<Path> folder, Environment environment) {
    var path = folder.orElseGet(() -> BuiltFiles.root().resolve("infra/target/cdk.out"));
    var assembly = new Assembly(path);
    try {
      return CloudAssembly.read(path).stacksOf(environment.value()).stream()
          .map(assembly::stack)
          .toList();
    } catch (TemplateRefused refused) {
      throw new InvalidInput(OPTION, path, String.valueOf(refused.getMessage()), FIX);
    }
  }

  private AssemblyStack stack(StackTemplate stack) {
    var properties = artifacts.path(stack.name()).path("properties");
    var address = properties.path("stackTemplateAssetObjectUrl").asText();
    var assets = assets(stack.name());
    var source =
        assets.stream()
            .filter(it -> address.endsWith("/" + it.key()))
            .findFirst()
            .orElseThrow(() ->
                new InvalidInput(
                    OPTION, address, "must be among the assets of " + stack.name(), FIX));
    var tags = new TreeMap<String, String>();
    properties
        .path("tags")
        .properties()
        .forEach(it -> tags.put(it.getKey(), it.getValue().asText()));
    return new AssemblyStack(
        stack.name(),
        stack.template(),
        source,
        assets,
        tags,
        properties.path("terminationProtection").asBoolean());
  }

  private List<AssetFile> assets(String stack) {
    var found = new ArrayList<AssetFile>();
    for (var dependency : artifacts.path(stack).path("dependencies")) {
      var artifact = artifacts.path(dependency.asText());
      if (artifact.path("type").asText().equals("cdk:asset-manifest")) {
        var manifest = json(folder.resolve(artifact.path("properties").path("file").asText()));
        manifest.path("files").properties().forEach(it -> add(it, found));
      }
    }
    return found;
  }

  private void add(Map.Entry<String, JsonNode> asset, List<AssetFile> found) {
    var file = folder.resolve(asset.getValue().path("source").path("path").asText());
    for (var destination : asset.getValue().path("destinations")) {
      found.add(
          new AssetFile(
              asset.getKey(),
              destination.path("bucketName").asText(),
              destination.path("objectKey").asText(),
              file));
    }
  }

  private static JsonNode json(Path file) {
    try {
      return Contracts.tree(Files.readString(file));
    } catch (IOException | InvalidInput unreadable) {
      throw new InvalidInput(OPTION, file, "must be a JSON file of a cloud assembly", FIX);
    }
  }
}
