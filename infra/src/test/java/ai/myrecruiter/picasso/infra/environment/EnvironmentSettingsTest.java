package ai.myrecruiter.picasso.infra.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.infra.SynthesizedApp;
import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.environment.ServiceAlarm;
import ai.myrecruiter.picasso.workflows.environment.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.RemovalPolicy;

final class EnvironmentSettingsTest {
  private static final EnvironmentSettings STAGING = SynthesizedApp.settings("staging");
  private static final EnvironmentSettings PRODUCTION = SynthesizedApp.settings("production");

  @Test
  void putsTheEnvironmentIntoEveryName() {
    assertThat(STAGING.chatFunction()).isEqualTo("picasso-staging-chat");
    assertThat(PRODUCTION.verificationSecret())
        .isEqualTo("picasso/production/jwt/verification-keys");
    assertThat(PRODUCTION.tableArn("leases")).endsWith(":table/picasso-production-leases");
  }

  @Test
  void rollsBackForEveryAlarmAndContainsForThoseOfIsolation() {
    assertThat(PRODUCTION.rollbackAlarms())
        .hasSize(ServiceAlarm.values().length)
        .contains("picasso-production-streaming-latency", "picasso-production-jwt-bypass");
    assertThat(PRODUCTION.alarms(Severity.CONTAIN))
        .containsExactly(
            "picasso-production-cross-tenant-attempts",
            "picasso-production-jwt-bypass",
            "picasso-production-streaming-cross-tenant-attempts",
            "picasso-production-streaming-jwt-bypass");
    assertThat(PRODUCTION.alarms(Severity.NOTIFY)).isEmpty();
  }

  @Test
  void keepsDataInProductionOnly() {
    assertThat(PRODUCTION.removal()).isEqualTo(RemovalPolicy.RETAIN);
    assertThat(STAGING.removal()).isEqualTo(RemovalPolicy.DESTROY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1d", "3d", "5d", "7d", "14d", "30d", "60d", "90d", "120d", "150d", "180d", "365d", "400d",
        "545d", "731d", "1096d", "1827d", "2192d", "2557d", "2922d", "3288d", "3653d"
      })
  void knowsEveryRetentionThatADocumentMayName(String logs, @TempDir Path folder)
      throws IOException {
    write(folder, "staging", "\nretention: {logs: %s}".formatted(logs));
    write(folder, "production", "");
    assertThat(EnvironmentFiles.read(folder).getFirst().logRetention()).isNotNull();
  }

  @Test
  void reportsTheFindingsOfAllFilesAtOnce(@TempDir Path folder) throws IOException {
    write(folder, "staging", "\nregion: Mars");
    write(folder, "production", "\nretention: {keepData: false}");
    assertThatThrownBy(() -> EnvironmentFiles.read(folder))
        .asInstanceOf(InstanceOfAssertFactories.type(InvalidInput.class))
        .satisfies(refused ->
            assertThat(refused.findings())
                .extracting(Finding::path)
                .containsExactly("staging.yaml $.region", "production.yaml $.retention.keepData"));
  }

  @Test
  void refusesAFileOfAnotherEnvironmentAndAMissingOne(@TempDir Path folder) throws IOException {
    assertThatThrownBy(() -> EnvironmentFiles.read(folder))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("environments/staging.yaml cannot be read: every environment needs its file");
    write(folder, "production", "");
    Files.copy(folder.resolve("production.yaml"), folder.resolve("staging.yaml"));
    assertThatThrownBy(() -> EnvironmentFiles.read(folder))
        .hasMessageContaining("staging.yaml $.environment = production: must be staging");
  }

  private static void write(Path folder, String environment, String more) throws IOException {
    var file = SynthesizedApp.root().resolve("environments/" + environment + ".yaml");
    var text = Files.readString(file).replace("region: us-east-1\n", "");
    Files.writeString(folder.resolve(environment + ".yaml"), text + more);
  }
}
