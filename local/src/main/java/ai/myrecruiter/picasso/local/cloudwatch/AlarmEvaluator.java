package ai.myrecruiter.picasso.local.cloudwatch;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/**
 * CloudWatch's rules for M out of N datapoints with missing data. An alarm looks further back than
 * N periods; when it finds N datapoints with data, the newest N of them count and missing data does
 * not matter; otherwise the gap is filled as the alarm says.
 *
 * @param threshold what makes a datapoint breaching
 * @param periods N, how many datapoints count
 * @param toAlarm M, how many of them must breach
 */
record AlarmEvaluator(Threshold threshold, int periods, int toAlarm, MissingData missingData) {
  /** How many periods beyond N an alarm looks back for data. */
  static final int EXTRA_PERIODS = 2;

  AlarmEvaluator {
    if (periods < 1 || toAlarm < 1 || toAlarm > periods) {
      throw CloudWatchErrors.invalid(
          "%d out of %d datapoints: both must be 1 or more, the first not above the second"
              .formatted(toAlarm, periods));
    }
  }

  /**
   * Judges the last periods.
   *
   * @param range the newest {@code N + EXTRA_PERIODS} periods, newest first
   */
  AlarmJudgement judge(List<Datapoint> range) {
    var real = range.stream().filter(point -> point.value().isPresent()).limit(periods).toList();
    int breaching = (int) real.stream().filter(this::breaches).count();
    int unknown = periods - real.size();
    var state =
        unknown == 0
            ? Optional.of(breaching >= toAlarm ? StateValue.ALARM : StateValue.OK)
            : filled(range, real, breaching, unknown);
    return new AlarmJudgement(state, real, breaching, unknown);
  }

  private boolean breaches(Datapoint point) {
    return point.value().isPresent() && threshold.breaches(point.value().getAsDouble());
  }

  private Optional<StateValue> filled(
      List<Datapoint> range, List<Datapoint> real, int breaching, int unknown) {
    boolean allBreach = breaching == real.size();
    return switch (missingData) {
      case BREACHING -> alarmIf(breaching + unknown >= toAlarm);
      case NOT_BREACHING -> alarmIf(breaching >= toAlarm);
      case IGNORE ->
          breaching < toAlarm && allBreach ? Optional.empty() : alarmIf(breaching >= toAlarm);
      case MISSING ->
          real.isEmpty()
              ? Optional.of(StateValue.INSUFFICIENT_DATA)
              : alarmIf(breaching >= toAlarm || (allBreach && oldEnough(range, real)));
    };
  }

  /** A breach at least M periods old, with nothing but breaches or gaps since, is an alarm too. */
  private boolean oldEnough(List<Datapoint> range, List<Datapoint> real) {
    return range.indexOf(real.getLast()) + 1 >= toAlarm;
  }

  private static Optional<StateValue> alarmIf(boolean breached) {
    return Optional.of(breached ? StateValue.ALARM : StateValue.OK);
  }
}
