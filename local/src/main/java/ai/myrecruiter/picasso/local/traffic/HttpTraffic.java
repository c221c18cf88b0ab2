package ai.myrecruiter.picasso.local.traffic;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Real HTTP requests to a Function URL at a steady rate: an open loop, as clients are, whose next
 * request does not wait for the answer to the last. Bounded in number; sends first attempts only,
 * never a retry.
 */
public final class HttpTraffic implements AutoCloseable {
  private static final String VERSION_HEADER = "X-Stage-Executed-Version";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final InstantSource clock;
  private final HttpClient client;
  private final HttpRequest request;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("picasso-traffic").factory());
  private final Tallies tallies = new Tallies();
  private final AtomicLong left;

  /**
   * Traffic that has not begun.
   *
   * @param most how many requests are sent at most
   */
  public HttpTraffic(URI url, InstantSource clock, long most) {
    this.clock = clock;
    this.left = new AtomicLong(most);
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    this.request =
        HttpRequest.newBuilder(url)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"message\":\"hello\"}"))
            .build();
  }

  /** Begins to send at a steady rate, 1 to 1000 requests a second. */
  public void start(int perSecond) {
    if (perSecond < 1 || perSecond > 1_000) {
      throw new IllegalArgumentException(
          "%d requests a second: give 1 to 1000".formatted(perSecond));
    }
    long nanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    var sending = timer.scheduleAtFixedRate(this::send, 0, nanos, TimeUnit.NANOSECONDS);
    if (sending.isCancelled()) {
      throw new IllegalStateException("this traffic has ended; make a new one");
    }
  }

  private void send() {
    if (left.getAndDecrement() <= 0) {
      timer.shutdown();
      return;
    }
    var sent =
        client.sendAsync(request, HttpResponse.BodyHandlers.discarding()).whenComplete(this::count);
    if (sent.isCancelled()) {
      timer.shutdown();
    }
  }

  private void count(@Nullable HttpResponse<Void> response, @Nullable Throwable failure) {
    if (response == null) {
      tallies.count("none", false, clock.instant());
    } else {
      boolean good = response.statusCode() < 500 && response.statusCode() != 429;
      tallies.count(
          response.headers().firstValue(VERSION_HEADER).orElse("none"), good, clock.instant());
    }
  }

  /** What each version has served so far; {@code none} for requests that no version answered. */
  public Map<String, Served> served() {
    return tallies.byVersion();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    client.shutdownNow();
  }
}
