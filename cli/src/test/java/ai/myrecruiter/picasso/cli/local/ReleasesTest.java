package ai.myrecruiter.picasso.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import ai.myrecruiter.picasso.local.stage.Stage;
import ai.myrecruiter.picasso.local.stage.StageSettings;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ReleasesTest {
  private static final String FUNCTION = "picasso-staging-chat";

  @Test
  void aReleaseWaitsFromItsUploadUntilItIsPublished() throws IOException {
    var files = BuiltFiles.find(BuiltFiles.root());
    var loop = new VirtualLoop(Instant.parse("2026-11-02T08:00:00Z"), 1);
    try (var stage = Stage.open(loop, StageSettings.silent(files.assembly()))) {
      var releases = new Releases(stage, FUNCTION, files.payload());
      assertThat(releases.isWaiting()).isFalse();

      releases.upload("one");
      assertThat(releases.isWaiting()).isTrue();

      var version = stage.lambda().publishVersion(publish -> publish.functionName(FUNCTION));
      assertThat(version.version()).isEqualTo("2");
      assertThat(releases.isWaiting()).isFalse();

      releases.upload("two");
      assertThat(releases.isWaiting()).isTrue();
      assertThat(stage.lambda().publishVersion(p -> p.functionName(FUNCTION)).version())
          .isEqualTo("3");
    }
  }
}
