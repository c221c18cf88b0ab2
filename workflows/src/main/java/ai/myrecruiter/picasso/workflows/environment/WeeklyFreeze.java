package ai.myrecruiter.picasso.workflows.environment;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * Hours of some days of every week in which nothing is released.
 *
 * @param name why, in kebab case
 * @param days such as {@code saturday}, at least one
 * @param from first minute, such as {@code 16:00}
 * @param to first minute after it, such as {@code 24:00}, later than {@code from}
 * @param zone such as {@code America/New_York}
 */
public record WeeklyFreeze(String name, List<String> days, String from, String to, String zone) {
  private static final String MIDNIGHT = "24:00";

  /** Checks the forms and the order. */
  public WeeklyFreeze {
    days = List.copyOf(days);
    EnvironmentRules.NAME.require("$.name", name);
    days.forEach(day -> EnvironmentRules.DAY.require("$.days", day));
    EnvironmentRules.TIME.require("$.from", from);
    EnvironmentRules.TIME.require("$.to", to);
    EnvironmentRules.ZONE.require("$.zone", zone);
    EnvironmentRules.later("$.to", from, to);
  }

  boolean contains(Instant instant) {
    var local = instant.atZone(ZoneId.of(zone));
    var time = local.toLocalTime();
    return days.stream().anyMatch(day -> day(day) == local.getDayOfWeek())
        && !time.isBefore(LocalTime.parse(from))
        && (to.equals(MIDNIGHT) || time.isBefore(LocalTime.parse(to)));
  }

  private static DayOfWeek day(String text) {
    return DayOfWeek.valueOf(text.toUpperCase(Locale.ROOT));
  }
}
