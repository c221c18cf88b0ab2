package ai.myrecruiter.picasso.local.functionurl;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.lambda.FunctionSettings;
import ai.myrecruiter.picasso.local.lambda.PayloadJar;
import ai.myrecruiter.picasso.local.lambda.TestLambda;
import ai.myrecruiter.picasso.local.lambda.VersionFaults;
import ai.myrecruiter.picasso.local.loop.RealLoop;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class StreamedUrlTest {
  private static final String CODE =
      """
      import ai.myrecruiter.picasso.runtime.bootstrap.*;
      import java.nio.charset.StandardCharsets;
      import java.util.*;
      import java.util.function.Consumer;
      public final class Streamer implements StreamHandler {
        private final String greeting;
        private final Consumer<String> log;
        public Streamer(Map<String, String> environment, Consumer<String> log) {
          this.greeting = environment.get("GREETING");
          this.log = log;
        }
        public void handle(Invocation invocation, StreamResponse response) throws Exception {
          var event = new String(invocation.event(), StandardCharsets.UTF_8);
          log.accept("{\\"seen\\":true}");
          if (event.contains("/early")) { throw new IllegalStateException("x"); }
          response.begin(new Prelude(201, Map.of("X-One", "1"), List.of("a=1")), bytes(greeting));
          Thread.sleep(300);
          response.write(bytes(" and more"));
          if (event.contains("/late")) { throw new StreamFailure("late"); }
        }
        private static byte[] bytes(String text) { return text.getBytes(StandardCharsets.UTF_8); }
        public void close() {}
      }
      """;
  private final TestLambda lambda =
      new TestLambda(new RealLoop(InstantSource.system(), 1, defect -> {}));
  private final FunctionUrls urls = new FunctionUrls(lambda.loop, lambda.service);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private URI url;

  @BeforeEach
  void open() throws IOException {
    var code = zip(PayloadJar.of(PayloadJar.LOOP), PayloadJar.compiled(Map.of("Streamer", CODE)));
    var settings =
        FunctionSettings.of("streamer", "code.Streamer", "arn:aws:iam::000000000000:role/r")
            .withTimeout(Duration.ofSeconds(10))
            .withEnvironment(
                Map.of("AWS_LAMBDA_EXEC_WRAPPER", "/var/task/bin/x", "GREETING", "grüß"));
    lambda.loop.call(() -> {
      lambda.service.createPackaged(settings, code);
      lambda.service.publishVersion("streamer", "");
      lambda.service.createAlias("streamer", "live", "1", "");
      return null;
    });
    url = urls.open("streamer:live", Cors.NONE, InvokeMode.RESPONSE_STREAM, 0);
  }

  /** A package with its jars in the folder {@code lib}, as the payload's is. */
  private static Path zip(Path... jars) throws IOException {
    var file = Files.createTempFile("package", ".zip");
    file.toFile().deleteOnExit();
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < jars.length; i++) {
        zip.putNextEntry(new ZipEntry("lib/" + i + ".jar"));
        zip.write(Files.readAllBytes(jars[i]));
      }
    }
    return file;
  }

  @AfterEach
  void close() {
    // Not close(): it would wait for bodies that a test does not read.
    http.shutdownNow();
    urls.close();
    lambda.close();
  }

  private HttpResponse<java.io.InputStream> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(url.resolve(path)).timeout(Duration.ofSeconds(20)).build(),
        HttpResponse.BodyHandlers.ofInputStream());
  }

  /** A sum that has come to a number: an invocation ends after its client has read everything. */
  private double settled(String metric, double expected) throws InterruptedException {
    for (int i = 0; i < 500 && sum(metric) < expected; i++) {
      Thread.sleep(20);
    }
    return sum(metric);
  }

  private double sum(String metric) {
    return lambda.sum("AWS/Lambda", metric, Map.of("FunctionName", "streamer"));
  }

  @Test
  void passesOnWhatTheFunctionsOwnLoopSendsWhileItSendsIt() throws Exception {
    for (int i = 0; i < 2; i++) {
      var response = get("/");
      long head = System.nanoTime();
      assertThat(response.statusCode()).isEqualTo(201);
      assertThat(response.headers().firstValue("x-one")).contains("1");
      assertThat(response.headers().firstValue("set-cookie")).contains("a=1");
      assertThat(response.headers().firstValue("x-stage-executed-version")).contains("1");
      var first = response.body().readNBytes("grüß".getBytes(StandardCharsets.UTF_8).length);
      assertThat(new String(first, StandardCharsets.UTF_8)).isEqualTo("grüß");
      assertThat(new String(response.body().readAllBytes(), StandardCharsets.UTF_8))
          .isEqualTo(" and more");
      assertThat(System.nanoTime() - head).isGreaterThan(150_000_000);
    }
    assertThat(settled("Invocations", 2)).isEqualTo(2);
    assertThat(sum("Errors")).isZero();
  }

  @Test
  void answersBadGatewayWhenTheFunctionFailsBeforeItsFirstByte() throws Exception {
    assertThat(get("/early").statusCode()).isEqualTo(502);
    assertThat(get("/").statusCode()).isEqualTo(201);
    assertThat(settled("Errors", 1)).isEqualTo(1);
  }

  @Test
  void countsAFailureInMidStreamAsAnErrorOfTheVersion() throws Exception {
    var response = get("/late");
    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(new String(response.body().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("grüß and more");
    assertThat(settled("Errors", 1)).isEqualTo(1);
  }

  @Test
  void harmsStreamsByTheVersionsFaultsAndTheSwitch() throws Exception {
    lambda.loop.call(() -> {
      lambda.service.faults().set("streamer", "1", VersionFaults.NONE.withErrorRate(1));
      return null;
    });
    assertThat(get("/").statusCode()).isEqualTo(502);
    lambda.client.putFunctionConcurrency(
        r -> r.functionName("streamer").reservedConcurrentExecutions(0));
    assertThat(get("/").statusCode()).isEqualTo(429);
  }
}
