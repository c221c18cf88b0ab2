package ai.myrecruiter.picasso.cli.rollout;

import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.cli.shell.Shell;
import ai.myrecruiter.picasso.workflows.contract.DurationText;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Looks at a rollout again and again until something is true of it. */
public final class Following {
  /** Time the watchdog and its rollback get, once an execution has ended without its record. */
  static final Duration GRACE = Duration.ofMinutes(3);

  private static final Duration INTERVAL = Duration.ofMillis(500);

  private final Rollouts rollouts;
  private final Shell shell;
  private final Optional<Duration> timeout;

  /** Looks at rollouts in a shell's time, for a time at most. */
  public Following(Rollouts rollouts, Shell shell, Optional<Duration> timeout) {
    this.rollouts = rollouts;
    this.shell = shell;
    this.timeout = timeout;
  }

  /**
   * The first sighting of which something is true.
   *
   * @param show told of the record at each look
   * @throws CommandEnd when the time is over before
   */
  public Sighting until(
      RolloutId id, String executionArn, Predicate<Sighting> over, Consumer<Rollout> show)
      throws InterruptedException {
    var deadline = timeout.map(shell.clock().instant()::plus);
    while (true) {
      var sighting = rollouts.look(id, executionArn);
      sighting.rollout().ifPresent(show);
      if (over.test(sighting)) {
        return sighting;
      }
      if (deadline.map(end -> !shell.clock().instant().isBefore(end)).orElse(false)) {
        throw late(id, sighting);
      }
      shell.pause().pause(INTERVAL);
    }
  }

  /**
   * The sighting at the end of a rollout: its record is terminal; or its execution has ended and
   * has no record; or the record has not followed the execution's end within {@link #GRACE}.
   */
  Sighting toTheEnd(RolloutId id, String executionArn, Consumer<Rollout> show)
      throws InterruptedException {
    return until(id, executionArn, new Over(), show);
  }

  private final class Over implements Predicate<Sighting> {
    private Optional<Instant> endSeenAt = Optional.empty();

    @Override
    public boolean test(Sighting sighting) {
      if (sighting.terminal() || sighting.end().isEmpty()) {
        return sighting.terminal();
      }
      if (endSeenAt.isEmpty()) {
        endSeenAt = Optional.of(shell.clock().instant());
      }
      var limit = endSeenAt.get().plus(GRACE);
      return sighting.rollout().isEmpty() || !shell.clock().instant().isBefore(limit);
    }
  }

  private CommandEnd late(RolloutId id, Sighting sighting) {
    return CommandEnd.timedOut(
        "Rollout %s is %s after %s (--timeout) and goes on. See it with: picasso rollout watch %s"
            .formatted(id, sighting.words(), timeout.map(DurationText::format).orElse("that"), id));
  }
}
