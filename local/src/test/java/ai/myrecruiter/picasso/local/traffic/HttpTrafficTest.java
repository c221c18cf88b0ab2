package ai.myrecruiter.picasso.local.traffic;

import static ai.myrecruiter.picasso.local.lambda.TestLambda.CHAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.local.functionurl.Cors;
import ai.myrecruiter.picasso.local.functionurl.FunctionUrls;
import ai.myrecruiter.picasso.local.lambda.TestLambda;
import ai.myrecruiter.picasso.local.lambda.VersionFaults;
import ai.myrecruiter.picasso.local.loop.RealLoop;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HttpTrafficTest {
  private final TestLambda lambda =
      new TestLambda(new RealLoop(InstantSource.system(), 1, e -> {})).withChat(1);
  private final FunctionUrls urls = new FunctionUrls(lambda.loop, lambda.service);

  private static Served served(HttpTraffic traffic, String version) {
    return traffic.served().getOrDefault(version, Served.NOTHING);
  }

  @AfterEach
  void close() {
    urls.close();
    lambda.close();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    var limit = Instant.now().plusSeconds(20);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(limit);
      Thread.sleep(Duration.ofMillis(20));
    }
  }

  private static long answered(HttpTraffic traffic) {
    return traffic.served().values().stream().mapToLong(Served::requests).sum();
  }

  @Test
  void sendsAtASteadyRateUntilItsLimit() throws Exception {
    var url = urls.open(CHAT + ":live", Cors.NONE, 0);
    try (var traffic = new HttpTraffic(url, InstantSource.system(), 50)) {
      var start = Instant.now();
      traffic.start(50);
      await(() -> answered(traffic) == 50);
      assertThat(start.until(Instant.now())).isGreaterThan(Duration.ofMillis(900));
      Thread.sleep(Duration.ofMillis(200));
      assertThat(traffic.served()).containsOnlyKeys("1");
      assertThat(served(traffic, "1")).isEqualTo(new Served(50, 0, java.util.Optional.empty()));
    }
    assertThat(lambda.sum("AWS/Lambda", "Invocations", TestLambda.behindLive("1"))).isEqualTo(50);
  }

  @Test
  void sendsNoRequestTwiceAndRemembersTheFirstBadAnswer() throws Exception {
    lambda.loop.call(() -> {
      lambda.service.faults().set(CHAT, "1", VersionFaults.NONE.withErrorRate(1));
      return null;
    });
    var url = urls.open(CHAT + ":live", Cors.NONE, 0);
    try (var traffic = new HttpTraffic(url, InstantSource.system(), 5)) {
      var start = Instant.now();
      traffic.start(100);
      await(() -> answered(traffic) == 5);
      var served = served(traffic, "1");
      assertThat(served.bad()).isEqualTo(5);
      assertThat(served.firstBad().orElseThrow()).isBetween(start, Instant.now());
    }
    assertThat(lambda.sum("AWS/Lambda", "Invocations", TestLambda.behindLive("1"))).isEqualTo(5);
  }

  @Test
  void countsRequestsThatNobodyAnswers() throws Exception {
    var closed = URI.create("http://127.0.0.1:1/");
    try (var traffic = new HttpTraffic(closed, InstantSource.system(), 3)) {
      traffic.start(100);
      await(() -> answered(traffic) == 3);
      assertThat(served(traffic, "none").bad()).isEqualTo(3);
    }
  }

  @Test
  void leavesTurnsOutWhileManyAnswersAreMissingAndCountsNoneOfThem() throws Exception {
    var release = new CountDownLatch(1);
    var waiting = new AtomicInteger();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            waiting.incrementAndGet();
            release.await();
            exchange.sendResponseHeaders(200, -1);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      server.setExecutor(threads);
      server.start();
      var url = URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
      try (var traffic = new HttpTraffic(url, InstantSource.system(), 40)) {
        traffic.start(500);
        await(() -> waiting.get() == 16);
        Thread.sleep(Duration.ofMillis(300));
        assertThat(waiting).hasValue(16);
        assertThat(answered(traffic)).isZero();
        release.countDown();
        await(() -> answered(traffic) == 40);
        assertThat(served(traffic, "none").bad()).isZero();
      } finally {
        release.countDown();
        server.stop(0);
      }
    }
  }

  @Test
  void refusesARateItCannotSend() {
    try (var traffic =
        new HttpTraffic(URI.create("http://127.0.0.1:1/"), InstantSource.system(), 3)) {
      assertThatThrownBy(() -> traffic.start(0)).hasMessageContaining("0 requests a second");
      assertThatThrownBy(() -> traffic.start(5_000)).hasMessageContaining("5000");
    }
  }
}
