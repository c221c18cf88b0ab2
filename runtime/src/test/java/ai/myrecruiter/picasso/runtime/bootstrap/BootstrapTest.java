package ai.myrecruiter.picasso.runtime.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BootstrapTest {
  private static final List<String> STEPS = new CopyOnWriteArrayList<>();
  private static final Map<String, String> SNAP_START =
      Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
  private final List<String> log = new ArrayList<>();

  /** Does what the event says. */
  public static final class Scripted implements StreamHandler {
    /** As the loop makes it. */
    public Scripted(Map<String, String> environment, Consumer<String> log) {
      if (environment.containsKey("FAIL_AT_START")) {
        throw new IllegalStateException("a secret");
      }
      if (environment.containsKey("AWS_LAMBDA_INITIALIZATION_TYPE")) {
        Core.getGlobalContext().register(new Socketed(environment.containsKey("FAIL_AT_RESTORE")));
      }
    }

    @Override
    public void handle(Invocation invocation, StreamResponse response) throws Exception {
      var event = new String(invocation.event(), StandardCharsets.UTF_8);
      STEPS.add(event + " " + invocation.traceId().orElse("") + " " + invocation.deadline());
      switch (event) {
        case "stream" -> {
          response.begin(new Prelude(200, Map.of("X-A", "é\"b"), List.of("c=1")), utf8("first"));
          response.write(utf8("zweiter ü"));
          response.write(new byte[0]);
        }
        case "empty" -> response.begin(new Prelude(204, Map.of(), List.of()), new byte[0]);
        case "early" -> throw new IllegalArgumentException("a patient's name");
        case "late" -> {
          response.begin(new Prelude(200, Map.of(), List.of()), utf8("x"));
          throw new StreamFailure("model_truncated");
        }
        default -> {}
      }
    }

    private static byte[] utf8(String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void prime() {
      STEPS.add("prime");
    }

    @Override
    public void close() {
      STEPS.add("close");
    }
  }

  /** Every context of this process keeps it, so it fails once at most. */
  private static final class Socketed implements Resource {
    private static final List<Resource> KEPT = new CopyOnWriteArrayList<>();
    private boolean fails;

    Socketed(boolean fails) {
      this.fails = fails;
      KEPT.add(this);
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
      STEPS.add("beforeCheckpoint");
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) throws IOException {
      STEPS.add("afterRestore");
      if (fails) {
        fails = false;
        throw new IOException("no network");
      }
    }
  }

  @BeforeEach
  void forget() {
    STEPS.clear();
  }

  private ScriptedApi api(String... script) throws IOException {
    return new ScriptedApi(script);
  }

  @Test
  void streamsInChunksToTheLetter() throws Exception {
    try (var api = api(ScriptedApi.next("stream"), ScriptedApi.ACCEPTED, "cut")) {
      assertThat(api.run(Scripted.class, Map.of(), log)).isEqualTo(1);
      var prelude =
          "{\"statusCode\":200,\"headers\":{\"X-A\":\"\\u00e9\\\"b\"},\"cookies\":[\"c=1\"]}"
              + "\0".repeat(8)
              + "first";
      var request = api.requests().get(1);
      assertThat(request)
          .startsWith("POST /2018-06-01/runtime/invocation/req-1/response HTTP/1.1\r\nHost: 127")
          .contains("\r\nLambda-Runtime-Function-Response-Mode: streaming\r\n")
          .contains("\r\nTransfer-Encoding: chunked\r\n")
          .contains("\r\nContent-Type: application/vnd.awslambda.http-integration-response\r\n")
          .contains(
              "\r\nTrailer: Lambda-Runtime-Function-Error-Type, Lambda-Runtime-Function-Error-Body\r\n")
          .doesNotContain("Content-Length")
          .endsWith(
              "\r\n\r\n"
                  + Integer.toHexString(prelude.length())
                  + "\r\n"
                  + prelude
                  + "\r\na\r\nzweiter Ã¼\r\n0\r\n\r\n");
    }
    assertThat(STEPS).containsExactly("stream Root=1-2-3 2030-01-01T00:00:00Z", "close");
  }

  @Test
  void keepsOneConnectionForNextAndAFreshOneForEachResponse() throws Exception {
    try (var api =
        api(
            ScriptedApi.next("stream"),
            ScriptedApi.ACCEPTED,
            ScriptedApi.next("stream"),
            ScriptedApi.ACCEPTED,
            ScriptedApi.next("early"),
            ScriptedApi.ACCEPTED,
            "cut")) {
      api.run(Scripted.class, Map.of(), log);
      assertThat(api.connections()).containsExactly(0, 1, 0, 2, 0, 0, 0);
    }
  }

  @Test
  void neverSendsAnEmptyBody() throws Exception {
    try (var api = api(ScriptedApi.next("empty"), ScriptedApi.ACCEPTED, "cut")) {
      api.run(Scripted.class, Map.of(), log);
      assertThat(api.requests().get(1)).contains("\0".repeat(8) + "\n\r\n0\r\n\r\n");
    }
  }

  @Test
  void reportsAFailureAfterTheFirstByteInTrailers() throws Exception {
    try (var api = api(ScriptedApi.next("late"), ScriptedApi.ACCEPTED, "cut")) {
      api.run(Scripted.class, Map.of(), log);
      var trailers = api.requests().get(1).replaceAll("(?s).*\r\n0\r\n", "");
      assertThat(trailers)
          .startsWith("Lambda-Runtime-Function-Error-Type: " + StreamFailure.class.getName());
      var body = trailers.replaceAll("(?s).*Error-Body: ([^\r]*)\r\n\r\n", "$1");
      assertThat(new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8))
          .contains("\"errorMessage\":\"model_truncated\"", "\"stackTrace\":[\"");
      assertThat(api.requests()).noneMatch(request -> request.contains("/error HTTP"));
    }
  }

  @Test
  void reportsAFailureBeforeTheFirstByteByItsTypeWithoutItsMessage() throws Exception {
    try (var api = api(ScriptedApi.next("early"), ScriptedApi.ACCEPTED, "cut")) {
      api.run(Scripted.class, Map.of(), log);
      assertThat(api.requests().get(1))
          .startsWith("POST /2018-06-01/runtime/invocation/req-1/error HTTP/1.1\r\n")
          .contains("\r\nLambda-Runtime-Function-Error-Type: java.lang.IllegalArgumentException")
          .doesNotContain("patient");
      assertThat(log.toString()).contains("IllegalArgumentException").doesNotContain("patient");
    }
  }

  @Test
  void failsAnInvocationThatWasNotAnswered() throws Exception {
    try (var api = api(ScriptedApi.next("nothing"), ScriptedApi.ACCEPTED, "cut")) {
      api.run(Scripted.class, Map.of(), log);
      assertThat(api.requests().get(1)).contains("/error HTTP", "no_response");
    }
  }

  @Test
  void goesOnAfterAResponseThatWasRefusedAndEndsWhenTheEnvironmentIsLost() throws Exception {
    try (var api =
        api(
            ScriptedApi.next("stream"),
            "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n",
            ScriptedApi.next("stream"),
            "HTTP/1.1 500 Container Error\r\nContent-Length: 0\r\n\r\n")) {
      assertThat(api.run(Scripted.class, Map.of(), log)).isEqualTo(1);
      assertThat(api.requests()).hasSize(4);
      assertThat(log.toString()).contains("Runtime.ResponseRefused413", "runtime_ended");
    }
  }

  @Test
  void endsWhenNextIsRefused() throws Exception {
    try (var api = api("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\n{}")) {
      assertThat(api.run(Scripted.class, Map.of(), log)).isEqualTo(1);
      assertThat(api.requests()).hasSize(1);
    }
  }

  @Test
  void readsAnEventThatComesInChunks() throws Exception {
    var chunked =
        ScriptedApi.next("")
                .replace("Content-Length: 0\r\n", "Transfer-Encoding: chunked\r\n")
            + "3\r\nstr\r\n3;x=y\r\neam\r\n0\r\n\r\n";
    try (var api = api(chunked, ScriptedApi.ACCEPTED, "cut")) {
      api.run(Scripted.class, Map.of(), log);
      assertThat(STEPS.getFirst()).startsWith("stream ");
    }
  }

  @Test
  void reportsAFunctionThatCannotStart() throws Exception {
    try (var api = api(ScriptedApi.ACCEPTED)) {
      assertThat(api.run(Scripted.class, Map.of("FAIL_AT_START", "1"), log)).isEqualTo(1);
      assertThat(api.requests())
          .singleElement()
          .asString()
          .startsWith("POST /2018-06-01/runtime/init/error HTTP/1.1")
          .contains("java.lang.IllegalStateException")
          .doesNotContain("a secret");
    }
  }

  @Test
  void primesClosesAndGoesOnFromASnapshotOnNewSockets() throws Exception {
    var restored = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    try (var api = api(restored, ScriptedApi.next("stream"), ScriptedApi.ACCEPTED, "cut")) {
      api.run(Scripted.class, SNAP_START, log);
      assertThat(api.requests().get(0)).startsWith("GET /2018-06-01/runtime/restore/next HTTP/1.1");
      assertThat(api.requests().get(1)).startsWith("GET /2018-06-01/runtime/invocation/next");
      assertThat(api.connections()).containsExactly(0, 1, 2, 1);
    }
    assertThat(STEPS)
        .containsSubsequence("prime", "beforeCheckpoint", "afterRestore", "close");
  }

  @Test
  void reportsARestoreThatFailed() throws Exception {
    var restored = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    var environment = new java.util.HashMap<>(SNAP_START);
    environment.put("FAIL_AT_RESTORE", "1");
    try (var api = api(restored, ScriptedApi.ACCEPTED)) {
      api.run(Scripted.class, environment, log);
      assertThat(api.requests().get(1))
          .startsWith("POST /2018-06-01/runtime/restore/error HTTP/1.1")
          .contains("RestoreException");
    }
  }
}
