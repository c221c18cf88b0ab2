package ai.myrecruiter.picasso.local.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CloudAssemblyTest {
  @TempDir Path folder;

  @Test
  void putsAStackAfterThoseItDependsOn() throws IOException {
    manifest(stack("picasso-staging-a", "picasso-staging-b"), stack("picasso-staging-b"));
    assertThat(CloudAssembly.read(folder).stacksOf("staging"))
        .extracting(StackTemplate::name)
        .containsExactly("picasso-staging-b", "picasso-staging-a");
  }

  @Test
  void leavesOtherEnvironmentsAlone() throws IOException {
    manifest(stack("picasso-staging-a"), stack("picasso-production-a"));
    assertThat(CloudAssembly.read(folder).stacksOf("production"))
        .extracting(StackTemplate::name)
        .containsExactly("picasso-production-a");
  }

  @Test
  void findsTheFileOfEveryAsset() throws IOException {
    manifest(
        stack("picasso-staging-a", "picasso-staging-a.assets"),
        "'picasso-staging-a.assets': {'type': 'cdk:asset-manifest', 'properties': {'file':"
            + " 'a.assets.json'}}");
    write(
        "a.assets.json",
        """
        {'files': {'abc': {'source': {'path': 'asset.abc.jar', 'packaging': 'file'},
          'destinations': {'here': {'bucketName': 'b', 'objectKey': 'abc.jar'}}}}}
        """);
    assertThat(CloudAssembly.read(folder).stacksOf("staging").getFirst().assets())
        .isEqualTo(Map.of("abc.jar", folder.resolve("asset.abc.jar")));
  }

  @Test
  void saysHowToSynthesizeWhatIsNotThere() {
    assertThatThrownBy(() -> CloudAssembly.read(folder.resolve("cdk.out")))
        .isInstanceOf(TemplateRefused.class)
        .hasMessageStartingWith("manifest.json = ")
        .hasMessageEndingWith("synthesize it with: mvn -pl infra -am -DskipTests package");
  }

  @Test
  void refusesAnEnvironmentThatWasNotSynthesized() throws IOException {
    manifest(stack("picasso-staging-a"));
    var assembly = CloudAssembly.read(folder);
    assertThatThrownBy(() -> assembly.stacksOf("qa"))
        .hasMessageStartingWith("environment = qa: must have a stack in ");
  }

  @Test
  void refusesStacksThatWaitForEachOther() throws IOException {
    manifest(
        stack("picasso-staging-a", "picasso-staging-b"),
        stack("picasso-staging-b", "picasso-staging-a"));
    var assembly = CloudAssembly.read(folder);
    assertThatThrownBy(() -> assembly.stacksOf("staging"))
        .hasMessageStartingWith("manifest.json = picasso-staging-a -> picasso-staging-b");
  }

  @Test
  void namesATemplateThatIsMissingOrBroken() throws IOException {
    manifest(stack("picasso-staging-a"));
    var assembly = CloudAssembly.read(folder);
    Files.writeString(folder.resolve("picasso-staging-a.template.json"), "{broken");
    assertThatThrownBy(() -> assembly.stacksOf("staging"))
        .hasMessageStartingWith("picasso-staging-a.template.json = ")
        .hasMessageContaining("must be a JSON file of a cloud assembly");
    Files.delete(folder.resolve("picasso-staging-a.template.json"));
    assertThatThrownBy(() -> assembly.stacksOf("staging"))
        .hasMessageStartingWith("picasso-staging-a.template.json = ");
  }

  @Test
  void takesTheNameOfAStackFromTheManifest() throws IOException {
    write("t.template.json", "{'Resources': {}}");
    manifest(
        "'picasso-staging-a': {'type': 'aws:cloudformation:stack', 'properties': {'templateFile':"
            + " 't.template.json', 'stackName': 'named'}}");
    assertThat(CloudAssembly.read(folder).stacksOf("staging"))
        .extracting(StackTemplate::name)
        .containsExactly("named");
  }

  private String stack(String name, String... dependencies) throws IOException {
    write(name + ".template.json", "{'Resources': {}}");
    return "'%s': {'type': 'aws:cloudformation:stack', 'properties': {'templateFile': '%s.template.json'}, 'dependencies': %s}"
        .formatted(name, name, Json.of("['" + String.join("','", dependencies) + "']"));
  }

  private void manifest(String... artifacts) throws IOException {
    write("manifest.json", "{'artifacts': {" + String.join(",", artifacts) + "}}");
  }

  private void write(String file, String json) throws IOException {
    Files.writeString(folder.resolve(file), Json.of(json).toString());
  }
}
