package ai.myrecruiter.picasso.runtime.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that the package is started by, run as a process. */
final class ExecWrapperTest {
  private static final String LAST = "HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n";
  private static final String[] MANAGED = {"/var/lang/bin/java", "-cp", "/var/run time/*", "a 'b'"};

  /** Answers with what its JVM was started with. */
  public static final class Telling implements StreamHandler {
    /** As the loop makes it. */
    public Telling(Map<String, String> environment, Consumer<String> log) {
      log.accept("{\"event\":\"started\"}");
    }

    @Override
    public void handle(Invocation invocation, StreamResponse response) throws IOException {
      var options = String.join(" ", ManagementFactory.getRuntimeMXBean().getInputArguments());
      response.begin(
          new Prelude(200, Map.of(), List.of()), options.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {}
  }

  @TempDir private Path folder;
  private UnpackedFunction function;

  @BeforeEach
  void unpack() throws IOException {
    function = new UnpackedFunction(folder);
  }

  private static Map<String, String> variables(ScriptedApi api) {
    return Map.of("AWS_LAMBDA_RUNTIME_API", api.address(), "_HANDLER", Telling.class.getName());
  }

  private static int status(Process process) throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  /** Serves one invocation, and gives the response as it was sent. */
  private String served() throws Exception {
    try (var api = new ScriptedApi(ScriptedApi.next("{}"), ScriptedApi.ACCEPTED, LAST)) {
      var process = function.start(variables(api), MANAGED);
      assertThat(status(process)).isEqualTo(1);
      assertThat(process.inputReader().lines().toList())
          .allMatch(line -> line.startsWith("{\"") && line.endsWith("}"))
          .first()
          .isEqualTo("{\"event\":\"started\"}");
      return api.requests().get(1);
    }
  }

  @Test
  void servesInPlaceOfTheManagedRuntimeAndEndsWithTheApi() throws Exception {
    assertThat(served())
        .contains("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
        .doesNotContain("AOTCache", "/var/run time");
    assertThat(function.errors()).isEmpty();
  }

  @Test
  void startsWithoutACacheThatIsNone() throws Exception {
    Files.writeString(function.cache(), "not a cache");
    assertThat(served()).contains("-XX:AOTCache=" + function.cache());
  }

  @Test
  void startsWithoutACacheOfAnotherBuild() throws Exception {
    var other = new UnpackedFunction(Files.createDirectory(folder.resolve("other")));
    var training =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:+UseSerialGC",
                "-XX:AOTCacheOutput=" + function.cache(),
                "-cp",
                other.cache().resolveSibling("picasso-runtime.jar").toString(),
                Bootstrap.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("training").toFile())
            .start();
    training.waitFor();
    assertThat(function.cache()).isNotEmptyFile();
    assertThat(served()).contains("-XX:AOTCache=" + function.cache());
  }

  @Test
  void endsOnASignalWithoutAShellInBetween() throws Exception {
    try (var api = new ScriptedApi()) {
      var process = function.start(variables(api), MANAGED);
      for (int i = 0; i < 1_000 && api.requests().isEmpty(); i++) {
        Thread.sleep(10);
      }
      assertThat(api.requests()).hasSize(1);
      assertThat(process.children()).isEmpty();
      process.destroy();
      assertThat(status(process)).isEqualTo(128 + 15);
    }
  }

  @Test
  void reportsAFunctionThatCannotStart() throws Exception {
    try (var api = new ScriptedApi(ScriptedApi.ACCEPTED)) {
      var process =
          function.start(
              Map.of("AWS_LAMBDA_RUNTIME_API", api.address(), "_HANDLER", "no.such.Handler"));
      assertThat(status(process)).isEqualTo(1);
      assertThat(api.requests().getFirst()).contains("/runtime/init/error", "ClassNotFound");
    }
  }

  @Test
  void saysWhichJavaIsMissing() throws Exception {
    var process = function.start(Map.of("JAVA_HOME", "/no such/java"));
    assertThat(status(process)).isEqualTo(127);
    assertThat(function.errors()).contains("/no such/java/bin/java");
  }
}
