package ai.myrecruiter.picasso.runtime.streaming;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The calls of the model for one answer: one, and more only as long as no token has come. */
final class Attempts implements AutoCloseable {
  private final Model model;
  private final Asked asked;
  private final Limits limits;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final BlockingQueue<Signal> signals;
  private @Nullable Attempt running;
  private @Nullable Instant nextStart;
  private Instant lastHeard = Instant.MAX;
  private int started;

  Attempts(
      Model model,
      Asked asked,
      Limits limits,
      InstantSource clock,
      RandomGenerator random,
      BlockingQueue<Signal> signals) {
    this.model = model;
    this.asked = asked;
    this.limits = limits;
    this.clock = clock;
    this.random = random;
    this.signals = signals;
  }

  void start() {
    nextStart = null;
    lastHeard = clock.instant();
    started++;
    var attempt = new Attempt(started, limits.window(), signals, clock);
    running = attempt;
    attempt.start(model, asked);
  }

  /** Whether a signal is of the attempt that runs; then the model has been heard. */
  boolean current(Signal.FromModel signal) {
    boolean current = running != null && running.number() == signal.attempt();
    if (current) {
      lastHeard = clock.instant();
    }
    return current;
  }

  void taken(int events) {
    if (running != null) {
      running.taken(events);
    }
  }

  /** Ends the attempt and sets another for later; false when there were enough. */
  boolean again() {
    if (started >= limits.attempts()) {
      return false;
    }
    stop();
    long pause = limits.retryPause().toMillis() << (started - 1);
    nextStart = clock.instant().plusMillis(pause / 2 + random.nextLong(pause / 2 + 1));
    return true;
  }

  Instant nextTimer() {
    return nextStart != null ? nextStart : lastHeard.plus(limits.idle());
  }

  /** Starts the attempt that is due; true when the one that runs has been silent for too long. */
  boolean timeOut(Instant now) {
    if (nextStart != null) {
      if (!now.isBefore(nextStart)) {
        start();
      }
      return false;
    }
    return !now.isBefore(lastHeard.plus(limits.idle()));
  }

  int started() {
    return started;
  }

  @Override
  public void close() {
    stop();
  }

  /** Ends the attempt that runs. */
  void stop() {
    if (running != null) {
      running.cancel();
      running = null;
    }
  }
}
