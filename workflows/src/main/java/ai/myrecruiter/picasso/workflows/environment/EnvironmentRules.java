package ai.myrecruiter.picasso.workflows.environment;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.contract.DurationText;
import ai.myrecruiter.picasso.workflows.contract.NumberText;
import ai.myrecruiter.picasso.workflows.plan.Range;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Every rule about one value of an environment, once. */
final class EnvironmentRules {
  /** Days that CloudWatch Logs can keep logs for, up to 10 years. */
  private static final Set<Long> LOG_DAYS =
      new TreeSet<>(
          List.of(
              1L, 3L, 5L, 7L, 14L, 30L, 60L, 90L, 120L, 150L, 180L, 365L, 400L, 545L, 731L, 1096L,
              1827L, 2192L, 2557L, 2922L, 3288L, 3653L));

  static final Range<String> NAME =
      pattern("[a-z0-9]+(-[a-z0-9]+)*", "kebab case", "write it like year-end");
  static final Range<String> ACCOUNT =
      pattern("[0-9]{12}", "the twelve digits of an AWS account", "write it in quotes");
  static final Range<String> REGION =
      pattern("[a-z]{2}(-[a-z]+)+-[1-9]", "an AWS region", "write it like us-east-1");
  static final Range<String> DOMAIN =
      pattern(
          "[a-z0-9-]+(\\.[a-z0-9-]+)+",
          "a host name without scheme, port or path",
          "write it like chat.example.com");
  static final Range<String> BUCKET =
      pattern(
          "[a-z0-9][a-z0-9-]{1,61}[a-z0-9]",
          "the name of a bucket: 3 to 63 of small letters, digits and -",
          "write it like example-picasso");
  static final Range<String> SECRET =
      pattern(
          "[A-Za-z0-9/_+=.@-]{1,512}",
          "the name of a secret: 1 to 512 of letters, digits and /_+=.@-",
          "write it like picasso/staging/jwt/signing-key");
  static final Range<String> PLAN =
      pattern(
          "[a-zA-Z0-9][a-zA-Z0-9/_.-]*\\.(yaml|yml|json)",
          "a path from the root to a plan in YAML or JSON",
          "use docs/plans/default.yaml");
  static final Range<String> MODEL =
      pattern("[a-zA-Z0-9.:_-]{1,128}", "the id of a Bedrock model", "take it from Bedrock's list");
  static final Range<String> GUARDRAIL =
      pattern("[a-z0-9]{0,64}", "the id of a guardrail, or empty", "take it from Bedrock's list");
  static final Range<String> GUARDRAIL_VERSION =
      pattern("DRAFT|[1-9][0-9]{0,7}", "DRAFT or a number in quotes", "use the published version");
  static final Range<String> ADDRESS =
      pattern("[^@\\s]{1,64}@[a-z0-9.-]+", "a mail address", "write it like team@example.com");
  static final Range<String> TIME =
      pattern("([01][0-9]|2[0-3]):[0-5][0-9]|24:00", "a time of day", "write it like \"16:00\"");
  static final Range<String> DAY =
      pattern(
          "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
          "a day of the week in small letters",
          "write it like friday");
  static final Range<String> ZONE =
      text(
          zone -> ZoneId.getAvailableZoneIds().contains(zone),
          "a time zone by name",
          "write it like America/New_York");
  static final Range<Double> ERROR_PERCENT =
      numbers(0.1, 50, "of percent from 0.1 to 50", "use 5 for one in twenty");
  static final Range<Double> FIRST_TOKEN =
      whole(100, 30_000, "of milliseconds from 100 to 30000", "use 5000 for five seconds");
  static final Range<Double> ONE =
      whole(1, 1, "1: the first one is one too many", "set it to 1, or leave it out");
  static final Range<Double> THROTTLES = whole(1, 1000, "from 1 to 1000", "use 5");
  static final Range<Double> CONCURRENCY =
      whole(1, 1000, "from 1 to 1000", "use what the load test needed");
  static final Range<Duration> MESSAGES =
      exactly(Duration.ofHours(24), "the payload writes it so, and both environments must agree");
  static final Range<Duration> SUMMARIES =
      exactly(Duration.ofDays(7), "the payload writes it so, and both environments must agree");
  static final Range<Duration> RECOVERY = days(1, 35, "use 35d for all that DynamoDB offers");
  static final Range<Duration> EVIDENCE = days(1, 3653, "use 2192d for the six years of HIPAA");
  static final Range<Duration> ROTATION = days(90, 2560, "use 365d");
  static final Range<Duration> DELETION_WINDOW = days(7, 30, "use 30d");
  static final Range<Duration> LOGS =
      new Range<>(
          time -> wholeDays(time) && LOG_DAYS.contains(time.toDays()),
          DurationText::format,
          "must be a retention of CloudWatch Logs, in days: "
              + LOG_DAYS.stream().map(String::valueOf).collect(Collectors.joining(", ")),
          "use 30d or 365d");

  private EnvironmentRules() {}

  static void after(String path, Instant start, Instant end) {
    InvalidInput.unless(
        end.isAfter(start),
        path,
        end,
        "must be after start (" + start + ")",
        "correct one of the two");
  }

  static void later(String path, String from, String to) {
    InvalidInput.unless(
        to.compareTo(from) > 0,
        path,
        to,
        "must be later than from (" + from + ")",
        "split what crosses midnight in two");
  }

  private static Range<String> pattern(String regex, String what, String fix) {
    return text(value -> value.matches(regex), what, fix);
  }

  private static Range<String> text(Predicate<String> holds, String what, String fix) {
    return new Range<>(holds, value -> value, "must be " + what, fix);
  }

  private static Range<Double> numbers(double low, double high, String range, String fix) {
    return new Range<>(
        n -> n >= low && n <= high, NumberText::format, "must be a number " + range, fix);
  }

  private static Range<Double> whole(double low, double high, String range, String fix) {
    return new Range<>(
        n -> n >= low && n <= high && n == Math.rint(n),
        NumberText::format,
        "must be a whole number " + range,
        fix);
  }

  private static Range<Duration> exactly(Duration only, String why) {
    var text = DurationText.format(only);
    return new Range<>(
        only::equals, DurationText::format, "must be " + text + ": " + why, "use " + text);
  }

  private static Range<Duration> days(long low, long high, String fix) {
    return new Range<>(
        time -> wholeDays(time) && time.toDays() >= low && time.toDays() <= high,
        DurationText::format,
        "must be whole days from %dd to %dd".formatted(low, high),
        fix);
  }

  private static boolean wholeDays(Duration time) {
    return time.equals(Duration.ofDays(time.toDays()));
  }
}
