package ai.myrecruiter.picasso.local.lambda;

import static ai.myrecruiter.picasso.local.lambda.TestLambda.CHAT;
import static ai.myrecruiter.picasso.local.lambda.TestLambda.START;
import static ai.myrecruiter.picasso.local.lambda.TestLambda.behindLive;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

final class FaultsTest {
  private static final String HEALTH = "{\"action\":\"health_check\"}";
  private final TestLambda lambda = TestLambda.virtual(5).withChat(2);

  @AfterEach
  void close() {
    lambda.close();
  }

  private void harm(VersionFaults faults) {
    lambda.service.faults().set(CHAT, "1", faults);
  }

  @Test
  void failsTheGivenShareOfOneVersionOnly() {
    harm(VersionFaults.NONE.withErrorRate(0.3));
    int failed = 0;
    for (int i = 0; i < 1_000; i++) {
      failed += lambda.invoke(CHAT + ":live", HEALTH).functionError().isPresent() ? 1 : 0;
      assertThat(lambda.invoke(CHAT + ":2", HEALTH).functionError()).isEmpty();
    }
    assertThat(failed).isBetween(300 - 75, 300 + 75); // five standard deviations
    assertThat(lambda.sum("AWS/Lambda", "Errors", behindLive("1"))).isEqualTo(failed);
    assertThat(lambda.sum("Picasso/Chat", "Requests", behindLive("1"))).isEqualTo(1_000 - failed);
  }

  @Test
  void addsLatencyAsTimeOfTheVirtualClock() {
    harm(VersionFaults.NONE.withLatency(Duration.ofMillis(700)));
    lambda.invoke(CHAT + ":live", HEALTH);
    assertThat(lambda.loop.now()).isEqualTo(START.plusMillis(700));
    assertThat(lambda.sum("AWS/Lambda", "Duration", behindLive("1"))).isEqualTo(700);
  }

  @Test
  void stopsAFunctionAtItsTimeout() {
    harm(VersionFaults.NONE.withLatency(Duration.ofSeconds(45)));
    var answer = lambda.invoke(CHAT + ":live", HEALTH);
    assertThat(lambda.loop.now()).isEqualTo(START.plusSeconds(30));
    assertThat(answer.functionError()).contains("Unhandled");
    assertThat(TestLambda.text(answer))
        .contains("\"errorType\":\"Sandbox.Timedout\"")
        .contains("Task timed out after 30.00 seconds");
  }

  @Test
  void countsLatencyThatAWaitingCallerCannotLivethrough() {
    harm(VersionFaults.NONE.withLatency(Duration.ofMillis(700)));
    lambda.client.invoke(
        r -> r.functionName(CHAT).qualifier("live").payload(SdkBytes.fromUtf8String(HEALTH)));
    assertThat(lambda.loop.now()).isEqualTo(START);
    assertThat(lambda.sum("AWS/Lambda", "Duration", behindLive("1"))).isEqualTo(700);
  }

  @Test
  void throttlesTheGivenShare() {
    harm(VersionFaults.NONE.withThrottleRate(1));
    assertThatThrownBy(() -> lambda.client.invoke(r -> r.functionName(CHAT).qualifier("live")))
        .isInstanceOf(TooManyRequestsException.class);
    assertThat(lambda.sum("AWS/Lambda", "Throttles", behindLive("1"))).isEqualTo(1);
  }

  @Test
  void emitsAMetricAsIfThePayloadHad() {
    harm(VersionFaults.NONE.withEmission("Picasso/Chat", "CrossTenantAttempts", 1));
    lambda.invoke(CHAT + ":live", HEALTH);
    lambda.invoke(CHAT + ":live", HEALTH);
    assertThat(lambda.sum("Picasso/Chat", "CrossTenantAttempts", behindLive("1"))).isEqualTo(2);
    assertThat(lambda.sum("Picasso/Chat", "CrossTenantAttempts", Map.of("FunctionName", CHAT)))
        .isEqualTo(2);
  }

  @Test
  void endsEveryFault() {
    harm(VersionFaults.NONE.withErrorRate(1));
    lambda.service.faults().clear();
    assertThat(lambda.invoke(CHAT + ":live", HEALTH).functionError()).isEmpty();
  }

  @Test
  void refusesARateThatIsNoShare() {
    assertThatThrownBy(() -> VersionFaults.NONE.withErrorRate(30))
        .hasMessage("error rate 30.0 is not a share: give a number from 0 to 1");
    assertThatThrownBy(() -> VersionFaults.NONE.withThrottleRate(Double.NaN))
        .hasMessageContaining("throttle rate NaN");
    assertThatThrownBy(() -> VersionFaults.NONE.withEmission("n", "m", -1))
        .hasMessageContaining("emission of m");
    assertThatThrownBy(() -> VersionFaults.NONE.withLatency(Duration.ofSeconds(-1)))
        .hasMessageContaining("PT-1S is negative");
  }
}
