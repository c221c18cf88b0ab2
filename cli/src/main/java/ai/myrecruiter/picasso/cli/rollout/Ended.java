package ai.myrecruiter.picasso.cli.rollout;

import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import ai.myrecruiter.picasso.cli.view.Endings;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;

/** What the end of a rollout means to the command that followed it. */
final class Ended {
  private Ended() {}

  /**
   * OK only if it was promoted.
   *
   * @throws CommandEnd when it was not, saying why
   */
  static ExitStatus promoted(Sighting sighting, String subject) {
    var rollout = terminal(sighting, subject);
    return switch (rollout.status()) {
      case COMPLETED -> ExitStatus.OK;
      default -> throw CommandEnd.refused(subject + " was " + Endings.summary(rollout) + ".");
    };
  }

  /**
   * The record at its end.
   *
   * @throws CommandEnd when the execution ended and the record did not
   */
  static Rollout terminal(Sighting sighting, String subject) {
    if (sighting.terminal()) {
      return sighting.rollout().orElseThrow();
    }
    var end = sighting.end().orElseThrow();
    if (sighting.rollout().isEmpty()) {
      throw end.asRefusal(subject);
    }
    throw CommandEnd.failed(
        "%s stands still: its execution ended (%s %s) while its record is %s. The watchdog should have gone back; end it with: picasso rollout abort %s"
            .formatted(
                subject,
                end.status(),
                end.error(),
                sighting.words(),
                sighting.rollout().orElseThrow().id()));
  }
}
