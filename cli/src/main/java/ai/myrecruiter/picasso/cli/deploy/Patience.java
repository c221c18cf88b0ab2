package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.cli.shell.Shell;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a command waits altogether. */
final class Patience {
  private final Shell shell;
  private final Optional<Instant> end;

  /**
   * From now on.
   *
   * @param limit empty for no limit
   */
  Patience(Shell shell, Optional<Duration> limit) {
    this.shell = shell;
    this.end = limit.map(shell.clock().instant()::plus);
  }

  /**
   * Returns while there is time.
   *
   * @throws CommandEnd with exit code 4 and what goes on, when there is none left
   */
  void require(String goesOn) {
    if (end.map(it -> !shell.clock().instant().isBefore(it)).orElse(false)) {
      throw CommandEnd.timedOut("The time of --timeout is over. " + goesOn);
    }
  }
}
