package ai.myrecruiter.picasso.local.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The output folder of a synth, as the {@code cdk} command reads it. */
public final class CloudAssembly {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SYNTHESIZE =
      "synthesize it with: mvn -pl infra -am -DskipTests package";
  private final Path folder;
  private final JsonNode artifacts;

  private CloudAssembly(Path folder, JsonNode artifacts) {
    this.folder = folder;
    this.artifacts = artifacts;
  }

  /**
   * Opens an assembly.
   *
   * @param folder normally {@code infra/target/cdk.out}
   * @throws TemplateRefused when there is none, saying how to make one
   */
  public static CloudAssembly read(Path folder) {
    return new CloudAssembly(folder, json(folder.resolve("manifest.json")).path("artifacts"));
  }

  /**
   * The stacks of an environment, each after those it depends on.
   *
   * @throws TemplateRefused when there is none, or a file of one cannot be read
   */
  public List<StackTemplate> stacksOf(String environment) {
    var names = new ArrayList<String>();
    var prefix = "picasso-" + environment + "-";
    artifacts
        .fieldNames()
        .forEachRemaining(id -> {
          if (isStack(id) && id.startsWith(prefix)) {
            names.add(id);
          }
        });
    if (names.isEmpty()) {
      throw refused("environment", environment, "must have a stack in " + folder, SYNTHESIZE);
    }
    var ordered = new LinkedHashSet<String>();
    names.forEach(id -> addAfterDependencies(id, ordered, new LinkedHashSet<>()));
    return ordered.stream().map(this::stack).toList();
  }

  private boolean isStack(String id) {
    return artifacts.path(id).path("type").asText().equals("aws:cloudformation:stack");
  }

  private void addAfterDependencies(String id, Set<String> ordered, Set<String> waiting) {
    if (ordered.contains(id)) {
      return;
    }
    if (!waiting.add(id)) {
      throw refused(
          "manifest.json",
          String.join(" -> ", waiting),
          "stacks must not wait for each other",
          "remove one of the dependencies");
    }
    for (var dependency : artifacts.path(id).path("dependencies")) {
      if (isStack(dependency.asText())) {
        addAfterDependencies(dependency.asText(), ordered, waiting);
      }
    }
    waiting.remove(id);
    ordered.add(id);
  }

  private StackTemplate stack(String id) {
    var properties = artifacts.path(id).path("properties");
    var template = json(folder.resolve(properties.path("templateFile").asText()));
    var assets = new HashMap<String, Path>();
    for (var dependency : artifacts.path(id).path("dependencies")) {
      var artifact = artifacts.path(dependency.asText());
      if (artifact.path("type").asText().equals("cdk:asset-manifest")) {
        assets.putAll(assets(folder.resolve(artifact.path("properties").path("file").asText())));
      }
    }
    return new StackTemplate(properties.path("stackName").asText(id), template, assets);
  }

  private Map<String, Path> assets(Path manifest) {
    var files = new LinkedHashMap<String, Path>();
    for (var file : json(manifest).path("files")) {
      var source = folder.resolve(file.path("source").path("path").asText());
      for (var destination : file.path("destinations")) {
        files.put(destination.path("objectKey").asText(), source);
      }
    }
    return files;
  }

  private static JsonNode json(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw refused(
          String.valueOf(file.getFileName()),
          file,
          "must be a JSON file of a cloud assembly",
          SYNTHESIZE);
    }
  }

  private static TemplateRefused refused(String path, Object value, String rule, String fix) {
    return new TemplateRefused(List.of(new Finding(path, String.valueOf(value), rule, fix)));
  }
}
