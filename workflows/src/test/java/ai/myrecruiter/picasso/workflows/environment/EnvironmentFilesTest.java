package ai.myrecruiter.picasso.workflows.environment;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The two files that are deployed. */
final class EnvironmentFilesTest {
  private static final Path ROOT = Path.of(System.getProperty("picasso.root", ".."));

  private static EnvironmentConfig config(Environment environment) throws IOException {
    var file = ROOT.resolve("environments/" + environment + ".yaml");
    return EnvironmentReader.read(Files.readString(file)).orThrow().config();
  }

  @ParameterizedTest
  @EnumSource(Environment.class)
  void areLegalAndNameAPlanThatExists(Environment environment) throws IOException {
    var config = config(environment);
    assertThat(config.environment()).isEqualTo(environment);
    assertThat(ROOT.resolve(config.plan())).isRegularFile();
  }

  @Test
  void holdProductionToTheThresholdsThatWerePromised() throws IOException {
    var config = config(Environment.PRODUCTION);
    assertThat(config.thresholds()).isEqualTo(new Thresholds(5, 5_000, 1, 1, 5));
    assertThat(config.domain()).isEqualTo("chat.myrecruiter.ai");
    assertThat(config.bucket()).isEqualTo("myrecruiter-picasso");
    assertThat(config.freeze().weekly()).isNotEmpty();
  }

  @Test
  void letStagingDifferInWhatMayDiffer() throws IOException {
    var staging = config(Environment.STAGING);
    var production = config(Environment.PRODUCTION);
    assertThat(staging.retention().messages()).isEqualTo(production.retention().messages());
    assertThat(staging.retention().summaries()).isEqualTo(production.retention().summaries());
    assertThat(staging.everySeverity()).isEqualTo(production.everySeverity());
    assertThat(staging.thresholds()).isNotEqualTo(production.thresholds());
    assertThat(staging.domain()).isEqualTo("staging-chat.myrecruiter.ai");
    assertThat(staging.bucket()).isEqualTo("myrecruiter-picasso-staging");
  }
}
