package ai.myrecruiter.picasso.cli.deploy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** The assembly of the build, changed as the next commit would change it and synthesized again. */
public final class EditedAssembly {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** No assembly. */
  static final EditedAssembly NONE = new EditedAssembly(Path.of("none"));

  private final Path folder;

  private EditedAssembly(Path folder) {
    this.folder = folder;
  }

  /** A copy in a folder, of the files that an environment needs. */
  public static EditedAssembly in(Path folder) {
    try (var files = Files.list(StagedCommands.ASSEMBLY)) {
      Files.createDirectories(folder);
      for (var file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
      return new EditedAssembly(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it is. */
  public String path() {
    return folder.toString();
  }

  /** The folder of it. */
  public Path folder() {
    return folder;
  }

  /** What changes a template. */
  public interface Edit {
    /** Changes the resources of a template. */
    void apply(ObjectNode resources);
  }

  /** The same with another template of a stack. */
  public EditedAssembly edit(String stack, Edit edit) {
    var file = folder.resolve(stack + ".template.json");
    var template = read(file);
    edit.apply(template.withObject("/Resources"));
    write(file, template);
    named(stack, bytes(file));
    return this;
  }

  /** The same with another description of a stack. */
  public EditedAssembly saying(String stack, String description) {
    var file = folder.resolve(stack + ".template.json");
    write(file, read(file).put("Description", description));
    named(stack, bytes(file));
    return this;
  }

  /** The same with a property of a resource that is of a type and whose id begins so. */
  public EditedAssembly with(
      String stack, String type, String begins, String property, String value) {
    return edit(
        stack,
        resources ->
            ((ObjectNode) resources.path(logicalId(resources, type, begins)).path("Properties"))
                .put(property, value));
  }

  /** The same with code of a label in the payload, of which CDK publishes versions. */
  public EditedAssembly withCode(String stack, String label) {
    var package_ = folder.resolve("asset." + label + ".zip");
    relabel(package_, label);
    var id = fingerprint(bytes(package_));
    var assets = folder.resolve(stack + ".assets.json");
    var manifest = read(assets);
    var files = manifest.withObject("/files");
    var old =
        files.properties().stream()
            .filter(it -> it.getValue().path("source").path("path").asText().endsWith(".zip"))
            .findFirst()
            .orElseThrow()
            .getKey();
    var entry = (ObjectNode) files.remove(old);
    entry.withObject("/source").put("path", package_.getFileName().toString());
    entry.path("destinations").forEach(it -> ((ObjectNode) it).put("objectKey", id + ".zip"));
    files.set(id, entry);
    write(assets, manifest);
    return edit(stack, resources -> recode(resources, id, label));
  }

  private static void recode(ObjectNode resources, String id, String label) {
    for (var name : resources.properties().stream().map(Map.Entry::getKey).toList()) {
      var resource = resources.path(name);
      if (resource.path("Type").asText().equals("AWS::Lambda::Function")) {
        ((ObjectNode) resource.path("Properties")).withObject("/Code").put("S3Key", id + ".zip");
      }
    }
    for (var prefix : List.of("Chat", "Streaming")) {
      var old = logicalId(resources, "AWS::Lambda::Version", prefix + "CurrentVersion");
      var fresh = prefix + "CurrentVersion" + label;
      resources.set(fresh, resources.remove(old));
      var alias = prefix.equals("Chat") ? "Live" : "StreamingLive";
      ((ObjectNode) resources.path(alias)).putArray("DependsOn").add(fresh);
    }
  }

  /** The first logical id of a type that begins so. */
  public static String logicalId(ObjectNode resources, String type, String begins) {
    return resources.properties().stream()
        .filter(it -> it.getValue().path("Type").asText().equals(type))
        .map(Map.Entry::getKey)
        .filter(id -> id.startsWith(begins))
        .findFirst()
        .orElseThrow();
  }

  /** Gives the template the name that its content has. */
  private void named(String stack, byte[] template) {
    var id = HexFormat.of().formatHex(AssetFile.sha256(template));
    var assets = folder.resolve(stack + ".assets.json");
    var manifest = read(assets);
    var files = manifest.withObject("/files");
    var old =
        files.properties().stream()
            .filter(it -> it.getValue().path("source").path("path").asText().endsWith(".json"))
            .findFirst()
            .orElseThrow()
            .getKey();
    var entry = (ObjectNode) files.remove(old);
    entry.path("destinations").forEach(it -> ((ObjectNode) it).put("objectKey", id + ".json"));
    files.set(id, entry);
    write(assets, manifest);
    var whole = folder.resolve("manifest.json");
    var cloud = read(whole);
    var properties = (ObjectNode) cloud.path("artifacts").path(stack).path("properties");
    var address = properties.path("stackTemplateAssetObjectUrl").asText();
    properties.put("stackTemplateAssetObjectUrl", address.replace(old, id));
    write(whole, cloud);
  }

  private static String fingerprint(byte[] content) {
    var plain = HexFormat.of().formatHex(AssetFile.sha256(content));
    var fields =
        "\u0001options.extra\u0002\u0003\u0001options.follow\u0002external\u0003\u0001file:\u0002"
            + content.length
            + ":"
            + plain
            + "\u0003";
    return HexFormat.of().formatHex(AssetFile.sha256(fields.getBytes(StandardCharsets.UTF_8)));
  }

  private static void relabel(Path copy, String label) {
    try (var files = Files.list(StagedCommands.ROOT.resolve("runtime/target"))) {
      var zip =
          files.filter(file -> file.toString().endsWith("-lambda.zip")).findFirst().orElseThrow();
      try (var in = new ZipInputStream(Files.newInputStream(zip));
          var out = new ZipOutputStream(Files.newOutputStream(copy))) {
        for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          in.transferTo(out);
        }
        out.putNextEntry(new ZipEntry("release.txt"));
        out.write(label.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode read(Path file) {
    try {
      return (ObjectNode) JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, ObjectNode json) {
    try {
      Files.writeString(file, json.toPrettyString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
