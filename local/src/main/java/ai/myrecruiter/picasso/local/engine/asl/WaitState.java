package ai.myrecruiter.picasso.local.engine.asl;

import ai.myrecruiter.picasso.local.engine.data.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Waits.
 *
 * @param next nothing when it ends its machine
 */
public record WaitState(String name, InputOutput io, Until until, Optional<String> next)
    implements State {
  @Override
  public String type() {
    return "Wait";
  }

  /** How long to wait. */
  public sealed interface Until {
    /** For a time. */
    record After(Seconds seconds) implements Until {}

    /** Until an instant. */
    record Moment(Instant instant) implements Until {}

    /** Until an instant that the input names. */
    record MomentAt(Path path) implements Until {}
  }
}
