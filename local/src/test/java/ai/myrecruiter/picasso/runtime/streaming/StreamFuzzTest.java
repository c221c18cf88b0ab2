package ai.myrecruiter.picasso.runtime.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ai.myrecruiter.picasso.local.bedrock.ModelAnswer;
import ai.myrecruiter.picasso.local.runtimeapi.ResponseLimits;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Events that nobody thought of, through the loop and a Runtime API: each is answered, with
 * something, to its end; none with 500 or above, since everything behind the function works.
 */
final class StreamFuzzTest {
  private static final int EVENTS = Integer.getInteger("picasso.fuzz", 250);
  private static final long SEED = Long.getLong("picasso.seed", 20261124L);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Limits FAST =
      new Limits(
          Duration.ofMillis(500),
          Duration.ofMillis(1),
          Duration.ofSeconds(5),
          Duration.ofMillis(500),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofMillis(40),
          3,
          16,
          64_000);
  private final Map<Integer, Integer> statuses = new TreeMap<>();

  @Test
  void answersEveryEventToItsEndAndNeverWith500() throws Exception {
    var random = new Random(SEED);
    try (var harness =
        new StreamHarness(
            call -> ModelAnswer.whole(List.of("hello", " you"), Duration.ZERO, Duration.ZERO),
            FAST,
            ResponseLimits.LAMBDA)) {
      var events = new StrangeEvents(random, harness.token());
      for (int i = 0; i < EVENTS; i++) {
        check(i, harness, events.next(harness.request("{\"message\":\"hello\"}")));
      }
    }
    System.out.printf("stream fuzz: seed %d, %d events, by status %s%n", SEED, EVENTS, statuses);
    assertThat(statuses).as("all were tried").containsKeys(200, 202, 400, 401, 403, 404);
  }

  private void check(int number, StreamHarness harness, byte[] event) throws Exception {
    var what =
        ("event %d of seed %d: %s%nrepeat: mvn -pl local -am test -Dtest=StreamFuzzTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dpicasso.seed=%d")
            .formatted(number, SEED, new String(event, StandardCharsets.UTF_8), SEED);
    var received = Received.of(harness.api, event);
    assertThatCode(received::whole).as(what).doesNotThrowAnyException();
    assertThat(received.failure()).as(what).isEmpty();
    int status = received.prelude().path("statusCode").asInt();
    assertThat(status).as(what).isBetween(200, 499);
    assertThat(received.body()).as(what).isNotBlank().doesNotContain("Exception", "at ai.");
    if (status == 200) {
      assertThat(received.last().name()).as(what).isEqualTo("done");
    } else if (status >= 400) {
      assertThat(JSON.readTree(received.body()).at("/error/code").asText()).as(what).isNotEmpty();
    }
    statuses.merge(status, 1, Integer::sum);
    assertThat(harness.log.toString())
        .as(what)
        .doesNotContain("\"level\":\"ERROR\"", "invocation_failed", "JwtBypasses");
    harness.log.clear();
  }
}
