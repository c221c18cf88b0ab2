package ai.myrecruiter.picasso.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuiltFilesTest {
  @TempDir Path root;

  @Test
  void findsTheAssemblyAndThePayload() throws IOException {
    Files.createDirectories(root.resolve("infra/target/cdk.out"));
    Files.createDirectories(root.resolve("runtime/target"));
    Files.writeString(root.resolve("infra/target/cdk.out/manifest.json"), "{}");
    var jar = Files.writeString(root.resolve("runtime/target/x-1-lambda.zip"), "");

    assertThat(BuiltFiles.find(root))
        .isEqualTo(
            new BuiltFiles(
                root.resolve("infra/target/cdk.out"), jar, root.resolve("runtime/browser")));
  }

  @Test
  void namesWhatIsMissingAndHowToBuildIt() throws IOException {
    assertThatExceptionOfType(CommandEnd.class)
        .isThrownBy(() -> BuiltFiles.find(root))
        .withMessageContaining("cdk.out is missing")
        .withMessageContaining("./picasso");

    Files.createDirectories(root.resolve("infra/target/cdk.out"));
    Files.writeString(root.resolve("infra/target/cdk.out/manifest.json"), "{}");
    assertThatExceptionOfType(CommandEnd.class)
        .isThrownBy(() -> BuiltFiles.find(root))
        .withMessageContaining("runtime");
  }
}
