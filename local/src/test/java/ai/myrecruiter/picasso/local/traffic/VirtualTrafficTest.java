package ai.myrecruiter.picasso.local.traffic;

import static ai.myrecruiter.picasso.local.lambda.TestLambda.CHAT;
import static ai.myrecruiter.picasso.local.lambda.TestLambda.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.lambda.TestLambda;
import ai.myrecruiter.picasso.local.lambda.VersionFaults;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class VirtualTrafficTest {
  private final TestLambda lambda = TestLambda.virtual(9).withChat(2);

  private static Served served(VirtualTraffic traffic, String version) {
    return traffic.served().getOrDefault(version, Served.NOTHING);
  }

  @AfterEach
  void close() {
    lambda.close();
  }

  private static VirtualTraffic traffic(TestLambda on, double perSecond) {
    return new VirtualTraffic(on.loop, on.service, CHAT + ":live", perSecond, on.loop.random());
  }

  private static void half(TestLambda on) {
    on.client.updateAlias(r ->
        r.functionName(CHAT)
            .name("live")
            .routingConfig(routing -> routing.additionalVersionWeights(Map.of("2", 0.5))));
  }

  @Test
  void sendsAboutAsManyRequestsAsItsRateSays() {
    half(lambda);
    var traffic = traffic(lambda, 10);
    traffic.start();
    lambda.virtualLoop().runFor(Duration.ofMinutes(2));
    traffic.stop();
    lambda.virtualLoop().runFor(Duration.ofMinutes(1));
    long one = served(traffic, "1").requests();
    long two = served(traffic, "2").requests();
    assertThat(one + two).isBetween(1_200L - 174, 1_200L + 174); // five standard deviations
    assertThat(two).isBetween((one + two) / 2 - 87, (one + two) / 2 + 87);
    assertThat(lambda.sum("Picasso/Chat", "Requests", Map.of("FunctionName", CHAT)))
        .isEqualTo((double) (one + two));
  }

  @Test
  void countsWhatEachVersionServedBadlyAndWhenThatBegan() {
    half(lambda);
    var traffic = traffic(lambda, 10);
    traffic.start();
    lambda.virtualLoop().runUntil(START.plusSeconds(30));
    lambda.service.faults().set(CHAT, "2", VersionFaults.NONE.withErrorRate(0.3));
    lambda.virtualLoop().runUntil(START.plusSeconds(90));
    assertThat(served(traffic, "1").bad()).isZero();
    var two = served(traffic, "2");
    assertThat(two.bad()).isBetween(50L, 130L);
    assertThat(two.firstBad().orElseThrow())
        .isBetween(START.plusSeconds(30), START.plusSeconds(40));
  }

  @Test
  void countsRequestsThatNoVersionAnswered() {
    lambda.service.reserveConcurrency(CHAT, OptionalInt.of(0));
    var traffic = traffic(lambda, 5);
    traffic.start();
    lambda.virtualLoop().runFor(Duration.ofSeconds(10));
    assertThat(traffic.served()).containsOnlyKeys("none");
    assertThat(served(traffic, "none").bad()).isEqualTo(served(traffic, "none").requests());
  }

  @Test
  void servesTheSameFromTheSameSeed() {
    try (var again = TestLambda.virtual(9).withChat(2)) {
      half(lambda);
      half(again);
      var one = traffic(lambda, 3);
      var two = traffic(again, 3);
      one.start();
      two.start();
      lambda.virtualLoop().runFor(Duration.ofMinutes(3));
      again.virtualLoop().runFor(Duration.ofMinutes(3));
      assertThat(one.served()).isEqualTo(two.served());
    }
  }

  @Test
  void sendsAtItsRateAfterAPause() {
    var traffic = traffic(lambda, 10);
    for (int i = 0; i < 20; i++) {
      traffic.start();
      traffic.stop();
    }
    traffic.start();
    lambda.virtualLoop().runFor(Duration.ofSeconds(30));
    assertThat(served(traffic, "1").requests()).isBetween(300L - 87, 300L + 87);
  }

  @Test
  void refusesARateThatIsNone() {
    assertThatThrownBy(() -> traffic(lambda, 0)).hasMessageContaining("0.0 requests a second");
    assertThatThrownBy(() -> traffic(lambda, Double.NaN)).hasMessageContaining("NaN");
  }
}
