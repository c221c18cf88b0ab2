package ai.myrecruiter.picasso.workflows.plan;

import static ai.myrecruiter.picasso.workflows.contract.DurationText.format;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.contract.DurationText;
import ai.myrecruiter.picasso.workflows.contract.NumberText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Every rule of a plan, once. */
final class PlanRules {
  static final int MOST = 20;
  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern ALARM_NAME = Pattern.compile("[!-~]([ -~]{0,198}[!-~])?");
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration SHORTEST_WITH_LATENCY = Duration.ofMinutes(3);

  static final Range<String> NAME =
      new Range<>(
          name -> name.length() <= 64 && KEBAB.matcher(name).matches(),
          name -> name,
          "must be kebab case: lower-case letters and digits in words joined by -, at most 64",
          "write it like first-percent");
  static final Range<String> ALARM =
      new Range<>(
          name -> ALARM_NAME.matcher(name).matches(),
          name -> name,
          "must be the name of a CloudWatch alarm: 1 to 200 printable characters",
          "write it like chat-errors");
  static final Range<Double> ALPHA =
      numbers(0.0001, 0.2, "from 0.0001 to 0.2", "use 0.01 for one false rollback in a hundred");
  static final Range<Double> EFFECT =
      new Range<>(
          effect -> effect > 1 && effect <= 100,
          NumberText::format,
          "must be an odds ratio above 1, at most 100",
          "use 3 to see a tripling of errors");
  static final Range<Double> ERROR_RATE =
      numbers(
          0.000001, 0.2, "from 0.000001 to 0.2", "use 0.01 for an objective of 99 % good answers");
  static final Range<Double> LATENCY =
      new Range<>(
          millis -> millis >= 1 && millis <= 900_000 && millis == Math.rint(millis),
          NumberText::format,
          "must be a whole number of milliseconds from 1 to 900000",
          "use 800 for four fifths of a second");
  static final Range<Double> WEIGHT =
      numbers(0.1, 99, "of percent from 0.1 to 99", "use 1 for one request in a hundred");
  static final Range<Double> HOLDBACK =
      numbers(0.1, 50, "of percent from 0.1 to 50", "use 5 to keep one request in twenty back");
  static final Range<Duration> DURATION = durations(WEEK, "from 1s to 7d", "use 10m");
  static final Range<Duration> EXPIRES_AFTER = durations(WEEK, "from 1s to 7d", "use 1h");
  static final Range<Duration> LOOK = durations(Duration.ofHours(1), "from 1s to 1h", "use 10s");

  private PlanRules() {}

  static List<Finding> count(String path, int size) {
    return new Range<Integer>(
            n -> n >= 1 && n <= MOST,
            n -> n + " entries",
            "must have 1 to 20",
            "add or remove some")
        .check(path, size);
  }

  static List<Finding> lookWithin(String path, Duration look, Duration duration) {
    return look.compareTo(duration) <= 0
        ? List.of()
        : List.of(
            new Finding(
                path + ".look",
                format(look),
                "must be at most duration (" + format(duration) + ")",
                "look more often, or watch longer"));
  }

  static List<Finding> longestTime(
      String path, Duration duration, Duration maxDuration, OnInconclusive onInconclusive) {
    var findings = new ArrayList<Finding>();
    if (maxDuration.compareTo(duration) < 0) {
      findings.add(
          new Finding(
              path + ".maxDuration",
              format(maxDuration),
              "must be at least duration (" + format(duration) + ")",
              "raise it, or leave it out"));
    }
    if (onInconclusive == OnInconclusive.EXTEND && maxDuration.equals(duration)) {
      findings.add(
          new Finding(
              path + ".onInconclusive",
              "extend",
              "needs a maxDuration above duration (" + format(duration) + ")",
              "give maxDuration, or choose hold, pass or rollback"));
    }
    return findings;
  }

  /**
   * Durations are compared from the second whole minute after a shift, so a minute more is needed.
   */
  static List<Finding> longEnoughForLatency(String path, Duration longest) {
    return longest.compareTo(SHORTEST_WITH_LATENCY) >= 0
        ? List.of()
        : List.of(
            new Finding(
                path,
                format(longest),
                "must be at least 3m with targets.latencyMillis: the minutes after a shift are"
                    + " not compared, as the new version is cold in them",
                "watch longer, or leave targets.latencyMillis out"));
  }

  static List<Finding> unique(String path, List<Optional<String>> names) {
    var findings = new ArrayList<Finding>();
    var first = new HashMap<String, Integer>();
    for (var i = 0; i < names.size(); i++) {
      var name = names.get(i).orElse("");
      var earlier = name.isEmpty() ? null : first.putIfAbsent(name, i);
      if (earlier != null) {
        findings.add(
            new Finding(
                path.formatted(i),
                name,
                "must be unique, but is also " + path.formatted(earlier),
                "rename or remove one"));
      }
    }
    return findings;
  }

  static List<Finding> rising(List<Optional<Double>> weights) {
    var findings = new ArrayList<Finding>();
    var before = 0.0;
    for (var i = 0; i < weights.size(); i++) {
      var weight = weights.get(i).orElse(Double.POSITIVE_INFINITY);
      if (weight <= before) {
        findings.add(
            new Finding(
                "$.stages[" + i + "].weight",
                NumberText.format(weight),
                "must be above the weight of the stage before it ("
                    + NumberText.format(before)
                    + ")",
                "raise it, or reorder the stages"));
      }
      before = weights.get(i).orElse(before);
    }
    return findings;
  }

  private static Range<Double> numbers(double low, double high, String range, String fix) {
    return new Range<>(
        n -> n >= low && n <= high, NumberText::format, "must be a number " + range, fix);
  }

  private static Range<Duration> durations(Duration high, String range, String fix) {
    return new Range<>(
        d -> d.compareTo(Duration.ofSeconds(1)) >= 0 && d.compareTo(high) <= 0,
        DurationText::format,
        "must be a duration " + range,
        fix);
  }
}
