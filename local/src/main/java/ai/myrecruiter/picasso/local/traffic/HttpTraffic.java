package ai.myrecruiter.picasso.local.traffic;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Real HTTP requests to a Function URL at a steady rate, whose next request does not wait for the
 * answer to the last; only when many are under way is a turn left out, so that a slow machine is
 * not buried. Bounded in number; sends first attempts only, never a retry.
 */
public final class HttpTraffic implements AutoCloseable {
  private static final String VERSION_HEADER = "X-Stage-Executed-Version";

  /** A machine that is slower than its clients gets no more of them. */
  private static final int MOST_UNDERWAY = 16;

  /** One request in so many belongs to a session. */
  private static final int SESSION_EVERY = 6;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private final InstantSource clock;
  private final HttpClient client;
  private final HttpRequest anonymous;
  private final List<ChatSession> sessions;
  private final AtomicInteger underway = new AtomicInteger();
  private int turn;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("picasso-traffic").factory());
  private final Tallies tallies = new Tallies();
  private final AtomicLong left;

  /**
   * Traffic of clients without tokens, which has not begun.
   *
   * @param most how many requests are sent at most
   */
  public HttpTraffic(URI url, InstantSource clock, long most) {
    this(url, clock, most, 0);
  }

  /**
   * Traffic that has not begun. With sessions, every other request is one of theirs, by a token;
   * they get their tokens beside these requests, which does not count.
   *
   * @param most how many requests are sent at most
   * @param sessions how many conversations there are at once, zero or more
   */
  public HttpTraffic(URI url, InstantSource clock, long most, int sessions) {
    this.clock = clock;
    this.left = new AtomicLong(most);
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    this.anonymous = ChatSession.question(url, PATIENCE);
    this.sessions =
        Stream.generate(() -> new ChatSession(client, url, PATIENCE)).limit(sessions).toList();
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
    if (underway.get() >= MOST_UNDERWAY) {
      return;
    }
    if (left.getAndDecrement() <= 0) {
      timer.shutdown();
      return;
    }
    var session = session();
    underway.incrementAndGet();
    var sent =
        client
            .sendAsync(
                session.map(ChatSession::next).orElse(anonymous),
                HttpResponse.BodyHandlers.discarding())
            .whenComplete((response, _) -> {
              underway.decrementAndGet();
              count(response);
              if (response != null) {
                session.ifPresent(one -> one.answered(response.statusCode()));
              }
            });
    if (sent.isCancelled()) {
      timer.shutdown();
    }
  }

  /** Whose turn it is; most of the time nobody's. */
  private Optional<ChatSession> session() {
    turn++;
    return sessions.isEmpty() || turn % SESSION_EVERY != 0
        ? Optional.empty()
        : Optional.of(sessions.get(turn / SESSION_EVERY % sessions.size()));
  }

  private void count(@Nullable HttpResponse<Void> response) {
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
