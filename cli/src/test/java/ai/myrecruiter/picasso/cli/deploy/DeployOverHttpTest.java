package ai.myrecruiter.picasso.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.cli.CommandRun;
import ai.myrecruiter.picasso.cli.TestShell;
import ai.myrecruiter.picasso.local.loop.RealLoop;
import ai.myrecruiter.picasso.local.stage.Stage;
import ai.myrecruiter.picasso.local.stage.StageSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same commands as from another terminal: by the SDK's own clients, over HTTP. */
final class DeployOverHttpTest {
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "aws.region", "us-east-1",
          "aws.accessKeyId", "mia",
          "aws.secretAccessKey", "test");

  @TempDir Path folder;
  private final List<String> defects = new CopyOnWriteArrayList<>();
  private AutoCloseable[] opened = {};
  private String address = "";

  @BeforeEach
  void open() throws IOException {
    var loop = new RealLoop(clock(), 1, defect -> defects.add(String.valueOf(defect)));
    var stage =
        Stage.open(loop, StageSettings.silent(StagedCommands.ASSEMBLY).withDynamoDb(0).emptied());
    var server = stage.serveAws(0);
    opened = new AutoCloseable[] {server, stage};
    address = server.uri().toString();
    PROPERTIES.forEach(System::setProperty);
  }

  /**
   * A clock whose minute has just begun: alarms look at its end, and the second deployment would
   * wait for the one that watches the watchdog.
   */
  private static InstantSource clock() {
    var real = Clock.systemUTC();
    var begun = real.instant();
    return Clock.offset(
        real, Duration.between(begun, begun.truncatedTo(ChronoUnit.MINUTES).plusSeconds(61)));
  }

  @AfterEach
  void close() throws Exception {
    PROPERTIES.keySet().forEach(System::clearProperty);
    for (var one : opened) {
      one.close();
    }
    assertThat(defects).isEmpty();
  }

  private CommandRun picasso(long seed, String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--env", "staging", "--endpoint-url", address));
    all.addAll(List.of("--journal", folder.toString()));
    return CommandRun.of(new TestShell().seeded(seed), all.toArray(new String[0]));
  }

  @Test
  void deploysAnEmptyAccountSaysThatNothingIsLeftAndTakesItAway() {
    var first = picasso(1, "deploy", "--yes", "-o", "json");
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.err())
        .contains("Uploading picasso-staging-data.template.json")
        .contains("PASS           chat");
    assertThat(first.json().path("stacks"))
        .hasSize(6)
        .allMatch(it -> it.path("status").asText().equals("COMPLETED"));

    var again = picasso(2, "deploy");
    assertThat(again.exit()).as(again.err()).isZero();
    assertThat(again.err()).doesNotContain("Uploading");
    var id = first.json().path("stacks").get(0).path("deployment").asText();
    assertThat(picasso(3, "deploy", "show", id).out())
        .contains("Called by arn:aws:iam::000000000000:user/mia");

    var gone = picasso(4, "teardown", "--confirm", "staging");
    assertThat(gone.exit()).as(gone.err()).isZero();
  }
}
