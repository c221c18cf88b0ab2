package ai.myrecruiter.picasso.local.rehearsal.baseline;

import ai.myrecruiter.picasso.local.traffic.Batch;
import ai.myrecruiter.picasso.local.traffic.SideCounts;
import java.util.List;

/** Alarms on whole minutes that stop a deployment. */
enum AlarmRule {
  /**
   * The two alarms that the documentation of SAM shows with a DeploymentPreference:
   * AliasErrorMetricGreaterThanZeroAlarm and LatestVersionErrorMetricGreaterThanZeroAlarm. Both are
   * Errors, Sum, Period 60, Threshold 0, GreaterThanThreshold, EvaluationPeriods 2; the first on
   * the alias, the second on the version that is executed. A minute with an error by either version
   * breaches the first; so only that one matters.
   */
  AS_SAM_DOCUMENTS("SAM's alarms", 2) {
    @Override
    boolean breaches(Batch minute) {
      return minute.stable().errors() + minute.candidate().errors() > 0;
    }
  },
  /**
   * What careful users write instead: errors over invocations of the new version above 1 % in one
   * minute of one. A minute without invocations has no value and does not breach.
   */
  VERSION_ERROR_RATE("rate alarm", 1) {
    @Override
    boolean breaches(Batch minute) {
      SideCounts side = minute.candidate();
      return side.requests() > 0 && side.errors() > 0.01 * side.requests();
    }
  };

  final String label;
  private final int periods;

  AlarmRule(String label, int periods) {
    this.label = label;
    this.periods = periods;
  }

  abstract boolean breaches(Batch minute);

  /** Whether the newest minutes are as many breaches in a row as the alarm needs. */
  boolean rings(List<Batch> minutes) {
    return minutes.size() >= periods
        && minutes.subList(minutes.size() - periods, minutes.size()).stream()
            .allMatch(this::breaches);
  }
}
