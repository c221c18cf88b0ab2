package ai.myrecruiter.picasso.cli;

import ai.myrecruiter.picasso.cli.shell.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves when somebody pauses. */
public final class TestClock implements InstantSource, Pause {
  private Instant now;
  private Runnable onPause = () -> {};

  /** Starts at an instant. */
  public TestClock(Instant start) {
    now = start;
  }

  /** Does something at each pause. */
  public TestClock eachPause(Runnable what) {
    onPause = what;
    return this;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void pause(Duration time) {
    now = now.plus(time);
    onPause.run();
  }
}
