package ai.myrecruiter.picasso.cli.shell;

import java.time.Duration;

/** How a command waits: on the machine's clock, or on a test's. */
@FunctionalInterface
public interface Pause {
  /** Really waits. */
  Pause REAL = Thread::sleep;

  /** Waits for a time. */
  void pause(Duration time) throws InterruptedException;
}
