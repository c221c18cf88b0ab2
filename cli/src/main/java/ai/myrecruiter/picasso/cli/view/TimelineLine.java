package ai.myrecruiter.picasso.cli.view;

import ai.myrecruiter.picasso.cli.output.Wrapping;
import ai.myrecruiter.picasso.workflows.rollout.TimelineEntry;

/** One line of what happened. */
public final class TimelineLine {
  private static final int STATUS = 17;

  private TimelineLine() {}

  /** Time of day in UTC, status, sentence. */
  public static String of(TimelineEntry entry) {
    var status = entry.status().name();
    return "%s  %s%s  %s"
        .formatted(
            Numbers.timeOfDay(entry.at()),
            status,
            " ".repeat(Math.max(0, STATUS - status.length())),
            Wrapping.printable(entry.sentence()));
  }
}
