package ai.myrecruiter.picasso.runtime.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.runtimeapi.ResponseLimits;
import ai.myrecruiter.picasso.local.runtimeapi.RuntimeApi;
import ai.myrecruiter.picasso.local.runtimeapi.State;
import ai.myrecruiter.picasso.runtime.bootstrap.Bootstrap;
import ai.myrecruiter.picasso.runtime.priming.Priming;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The function as it is deployed, in a process that goes on from a snapshot. */
final class RestoredStreamTest {
  private final List<String> log = new CopyOnWriteArrayList<>();

  @Test
  void servesRequestsByNewPartsAfterARestore() throws Exception {
    Thread loop;
    try (var services = Priming.begin();
        var api = RuntimeApi.start(ResponseLimits.LAMBDA)) {
      loop = Thread.ofVirtual().start(() -> Bootstrap.run(environment(services, api), log::add));
      assertThat(api.started().get(60, TimeUnit.SECONDS)).isEqualTo(State.RESTORING);
      api.restore();
      for (int i = 0; i < 2; i++) {
        var received = Received.of(api, event(services)).whole();
        assertThat(received.failure()).isEmpty();
        assertThat(received.prelude().path("statusCode").asInt()).isEqualTo(200);
        assertThat(received.last().name()).isEqualTo("done");
        assertThat(received.answer()).isNotEmpty();
      }
      assertThat(api.startFailures()).isEmpty();
      assertThat(log.toString())
          .contains("FirstTokenLatency", "\"StreamErrors\":0")
          .doesNotContain("\"level\":\"ERROR\"", "JwtBypasses");
    }
    assertThat(loop.join(Duration.ofSeconds(10))).isTrue();
  }

  private static Map<String, String> environment(Priming services, RuntimeApi api) {
    var environment = new HashMap<>(services.environment());
    environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    environment.put("_HANDLER", StreamingFunction.class.getName());
    return environment;
  }

  /** A request that the services let in. */
  private static byte[] event(Priming services) {
    var event = new AtomicReference<>(new byte[0]);
    services.ask(
        (input, output, context) -> {
          event.set(input.readAllBytes());
          output.write("{\"statusCode\":200,".getBytes(StandardCharsets.UTF_8));
        },
        "stream");
    return event.get();
  }
}
