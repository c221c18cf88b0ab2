package ai.myrecruiter.picasso.cli;

import ai.myrecruiter.picasso.cli.shell.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A clock that moves when somebody pauses. */
public final class TestClock implements InstantSource, Pause {
  private final InstantSource time;
  private final Consumer<Duration> pass;
  private Runnable onPause = () -> {};

  /** Starts at an instant. */
  public TestClock(Instant start) {
    var now = new AtomicReference<>(start);
    this(now::get, duration -> now.set(now.get().plus(duration)));
  }

  /** The clock of somebody else, who lets time pass. */
  public TestClock(InstantSource time, Consumer<Duration> pass) {
    this.time = time;
    this.pass = pass;
  }

  /** Does something at each pause. */
  public TestClock eachPause(Runnable what) {
    onPause = what;
    return this;
  }

  @Override
  public Instant instant() {
    return time.instant();
  }

  @Override
  public void pause(Duration duration) {
    pass.accept(duration);
    onPause.run();
  }
}
