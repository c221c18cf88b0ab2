package ai.myrecruiter.picasso.infra.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuiltPackageTest {
  @TempDir Path root;

  @Test
  void findsThePackageOfWhateverVersion() throws IOException {
    jar("picasso-tasks-0.1.0-SNAPSHOT.jar");
    var shaded = jar("picasso-tasks-0.1.0-SNAPSHOT-lambda.jar");
    assertThat(BuiltPackage.TASKS.in(root)).isEqualTo(shaded);
  }

  @Test
  void saysHowToBuildAMissingPackage() {
    assertThatThrownBy(() -> BuiltPackage.RUNTIME.in(root))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "runtime/target/picasso-runtime-*-lambda.zip: no file found, exactly one is needed to"
                + " synthesize; build it with: mvn -pl runtime -am -DskipTests package");
  }

  @Test
  void refusesToChooseBetweenTwoBuilds() throws IOException {
    jar("picasso-tasks-0.1.0-lambda.jar");
    jar("picasso-tasks-0.2.0-lambda.jar");
    assertThatThrownBy(() -> BuiltPackage.TASKS.in(root))
        .hasMessageContaining("2 files found")
        .hasMessageEndingWith("mvn -pl tasks -am -DskipTests clean package");
  }

  private Path jar(String name) throws IOException {
    var target = Files.createDirectories(root.resolve("tasks/target"));
    return Files.writeString(target.resolve(name), "");
  }
}
