package ai.myrecruiter.picasso.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.CommandRun;
import ai.myrecruiter.picasso.cli.TestShell;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigCommandTest {
  private static final String FOLDER =
      Path.of(System.getProperty("picasso.root", "..")).resolve("environments").toString();

  private static CommandRun run(TestShell shell, String... arguments) {
    return CommandRun.of(
        shell, Stream.concat(Stream.of("config"), Stream.of(arguments)).toArray(String[]::new));
  }

  private static JsonNode find(JsonNode list, String name) {
    return list.valueStream()
        .filter(item -> item.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void showsWhereEveryValueCameFrom() {
    var shell = new TestShell().with("AWS_REGION", "eu-west-1");
    var shown = run(shell, "show", "--config", FOLDER, "--profile", "ops", "-o", "json").json();
    assertThat(find(shown, "domain").path("source").asText()).isEqualTo("staging.yaml");
    assertThat(find(shown, "thresholds.errorPercent").path("source").asText()).isEqualTo("default");
    assertThat(find(shown, "thresholds.firstTokenMillis").path("value").asText()).isEqualTo("8000");
    assertThat(find(shown, "--env").path("source").asText()).isEqualTo("default");
    assertThat(find(shown, "--profile").path("source").asText()).isEqualTo("flag");
    assertThat(find(shown, "--region").path("source").asText()).isEqualTo("AWS_REGION");
    assertThat(find(shown, "--region").path("value").asText()).isEqualTo("eu-west-1");
  }

  @Test
  void letsAFlagWinOverAVariableForTheEnvironment() {
    var variable = new TestShell().with("PICASSO_ENV", "production");
    var byVariable = run(variable, "show", "--config", FOLDER, "-o", "json").json();
    assertThat(find(byVariable, "--env").path("source").asText()).isEqualTo("PICASSO_ENV");
    assertThat(find(byVariable, "bucket").path("value").asText()).isEqualTo("myrecruiter-picasso");
    var both = new TestShell().with("PICASSO_ENV", "production");
    var byFlag = run(both, "show", "--config", FOLDER, "--env", "staging", "-o", "json").json();
    assertThat(find(byFlag, "--env").path("source").asText()).isEqualTo("flag");
    assertThat(find(byFlag, "environment").path("value").asText()).isEqualTo("staging");
  }

  @Test
  void saysInWhatEnvironmentsDifferAndThatLivesOfDataDoNot() {
    var run = run(new TestShell(), "diff", "staging", "production", "--config", FOLDER);
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .startsWith("NAME")
        .contains("staging-chat.myrecruiter.ai", "retention.keepData", "approval.changeSet")
        .doesNotContain("retention.messages", "retention.summaries", "severities.");
    assertThat(run.err()).containsPattern("[0-9]+ of [0-9]+ values differ\\.");
  }

  @Test
  void findsNoDifferenceOfAnEnvironmentFromItself() {
    var run = run(new TestShell(), "diff", "staging", "staging", "--config", FOLDER);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("0 of ");
  }

  @Test
  void refusesAnIllegalFileWithEveryFinding(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("staging.yaml"), "environment: staging\ndomain: http://x\n");
    var run = run(new TestShell(), "show", "--config", folder.toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err())
        .contains("staging.yaml $.domain = http://x")
        .contains("staging.yaml $.bucket")
        .contains("staging.yaml $.secret");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void refusesAFileThatIsTooLongOrNoText(@TempDir Path folder) throws IOException {
    var file = folder.resolve("staging.yaml");
    Files.writeString(file, "environment: staging\n#" + "x".repeat(256 * 1024));
    var large = run(new TestShell(), "show", "--config", folder.toString());
    assertThat(large.exit()).isEqualTo(2);
    assertThat(large.err()).contains("--config").contains("must be at most 256 KiB");
    Files.write(file, new byte[] {'#', (byte) 0xff, '\n'});
    var binary = run(new TestShell(), "show", "--config", folder.toString());
    assertThat(binary.exit()).isEqualTo(2);
    assertThat(binary.err()).contains("must be UTF-8 text");
  }

  @Test
  void refusesAMissingFolderAndAnUnknownEnvironment(@TempDir Path folder) {
    var missing = run(new TestShell(), "show", "--config", folder.resolve("none").toString());
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.err()).contains("--config").contains("must exist");
    var unknown = run(new TestShell(), "diff", "staging", "moon", "--config", FOLDER);
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("OTHER = moon: must be staging or production");
  }
}
