package ai.myrecruiter.picasso.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PicassoAppTest {
  @Test
  void writesSixStacksForEachEnvironment() {
    assertThat(EveryStackTest.STACKS)
        .hasSize(12)
        .allSatisfy(stack ->
            assertThat(SynthesizedApp.output().resolve(stack + ".template.json")).isRegularFile());
    var artifacts = SynthesizedApp.read("manifest.json").path("artifacts");
    assertThat(artifacts.properties())
        .filteredOn(it -> it.getValue().path("type").asText().equals("aws:cloudformation:stack"))
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrderElementsOf(EveryStackTest.STACKS);
  }

  @ParameterizedTest
  @CsvSource({
    "payload, data",
    "observability, payload",
    "workflows, data",
    "workflows, observability",
    "triggers, workflows"
  })
  void deploysAStackAfterThoseThatItNeeds(String stack, String needed) {
    var artifacts = SynthesizedApp.read("manifest.json").path("artifacts");
    assertThat(artifacts.path("picasso-staging-" + stack).path("dependencies"))
        .extracting(JsonNode::asText)
        .contains("picasso-staging-" + needed);
  }

  @Test
  void namesNoFolderOfTheMachineThatSynthesized() throws IOException {
    var folders =
        List.of(System.getProperty("user.home"), System.getProperty("java.io.tmpdir"), root());
    try (var files = Files.list(SynthesizedApp.output())) {
      for (var file : files.filter(file -> file.toString().endsWith(".json")).toList()) {
        assertThat(Files.readString(file)).as(file.toString()).doesNotContain(folders);
      }
    }
  }

  private static String root() {
    return SynthesizedApp.root().toAbsolutePath().normalize().toString();
  }

  @Test
  void givesEveryEnvironmentTheSameResources() {
    for (var stack :
        List.of("data", "payload", "observability", "workflows", "triggers", "audit")) {
      assertThat(types("picasso-production-" + stack)).isEqualTo(types("picasso-staging-" + stack));
    }
  }

  private static Map<String, Long> types(String stack) {
    return SynthesizedApp.resources(stack).stream()
        .collect(
            Collectors.groupingBy(
                resource -> resource.getValue().path("Type").asText(), Collectors.counting()));
  }

  @Test
  void namesAccountAndRegionOnlyInWhatTheDocumentDemands() {
    var template = SynthesizedApp.template("picasso-staging-workflows").deepCopy();
    template
        .findParents("PICASSO_POLICY")
        .forEach(variables -> ((ObjectNode) variables).remove("PICASSO_POLICY"));
    assertThat(template.toString())
        .doesNotContain("us-east-1")
        .doesNotContainPattern("[^0-9a-f][0-9]{12}[^0-9a-f]");
  }

  @Test
  void refusesToGuessItsFolders() {
    assertThatThrownBy(() -> PicassoApp.main(new String[] {"one"}))
        .hasMessage("1 arguments, 2 needed: ROOT_OF_THE_CHECKOUT OUTPUT_FOLDER");
  }

  @Test
  void removesTheJarsOfEarlierBuilds(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("manifest.json"), "{}");
    var stale = Files.writeString(folder.resolve("asset.0123abcd.jar"), "old");
    PicassoApp.removeAssets(folder);
    assertThat(stale).doesNotExist();
    assertThat(folder.resolve("manifest.json")).exists();
  }

  @Test
  void removesNothingFromAFolderThatIsNoCloudAssembly(@TempDir Path folder) throws IOException {
    var other = Files.writeString(folder.resolve("asset.0123abcd.jar"), "somebody's");
    PicassoApp.removeAssets(folder);
    assertThat(other).exists();
  }
}
