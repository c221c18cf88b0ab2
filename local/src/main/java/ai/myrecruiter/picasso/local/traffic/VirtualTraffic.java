package ai.myrecruiter.picasso.local.traffic;

import ai.myrecruiter.picasso.local.engine.LambdaPort;
import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.loop.Timer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Requests to an alias at a mean rate, at random (Poisson) instants of the loop's clock: each a
 * real invocation of the payload behind it. The same seed gives the same instants. To be used on
 * the event loop only.
 */
public final class VirtualTraffic {
  private static final byte[] CHAT =
      """
      {"version":"2.0","rawPath":"/","requestContext":{"http":{"method":"POST","path":"/"}},"headers":{"host":"localhost"},"body":"{\\"message\\":\\"hello\\"}","isBase64Encoded":false}
      """
          .getBytes(StandardCharsets.UTF_8);
  private final EventLoop loop;
  private final LambdaPort lambda;
  private final String target;
  private final double perSecond;
  private final RandomGenerator random;
  private final Tallies tallies = new Tallies();
  private Optional<Timer> next = Optional.empty();

  /**
   * Traffic that has not begun.
   *
   * @param target {@code name:alias}
   * @param perSecond mean requests a second, above 0
   * @param random of the instants
   */
  public VirtualTraffic(
      EventLoop loop, LambdaPort lambda, String target, double perSecond, RandomGenerator random) {
    if (!(perSecond > 0)) {
      throw new IllegalArgumentException(
          "%s requests a second: give a rate above 0".formatted(perSecond));
    }
    this.loop = loop;
    this.lambda = lambda;
    this.target = target;
    this.perSecond = perSecond;
    this.random = random;
  }

  /** Begins; the first request comes after a random pause. */
  public void start() {
    stop();
    schedule();
  }

  /** Ends; nothing is sent any more. */
  public void stop() {
    next.ifPresent(Timer::cancel);
    next = Optional.empty();
  }

  private void schedule() {
    var pause = Duration.ofNanos((long) (-Math.log1p(-random.nextDouble()) / perSecond * 1e9));
    next = Optional.of(loop.after(pause, this::send));
  }

  private void send() {
    lambda
        .invoke(target, CHAT)
        .whenComplete((answer, failure) -> {
          if (answer == null) {
            tallies.count("none", false, loop.now());
          } else {
            tallies.count(answer.executedVersion(), answer.functionError().isEmpty(), loop.now());
          }
        });
    schedule();
  }

  /** What each version has served; {@code none} for requests that no version ran. */
  public Map<String, Served> served() {
    return tallies.byVersion();
  }
}
