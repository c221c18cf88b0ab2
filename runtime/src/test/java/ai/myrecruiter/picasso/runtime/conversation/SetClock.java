package ai.myrecruiter.picasso.runtime.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is moved. */
public final class SetClock implements InstantSource {
  private Instant now = Instant.parse("2026-11-24T10:00:00Z");

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Moves the clock on. */
  public synchronized void pass(Duration time) {
    now = now.plus(time);
  }
}
