package ai.myrecruiter.picasso.local.rehearsal.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.rehearsal.Effect;
import ai.myrecruiter.picasso.workflows.rehearsal.Errors;
import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import ai.myrecruiter.picasso.workflows.rehearsal.RunResult;
import ai.myrecruiter.picasso.workflows.rehearsal.Traffic;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against the closed forms for the expected number of bad requests. */
final class CodeDeployTest {
  private static final int RUNS = 400;

  private static Model model(double base, double worse, Duration onset) {
    return new Model(
        new Traffic(100, 0, 0, 0),
        new Errors(base, 0),
        new Effect(worse, 1, onset),
        Model.STANDARD.latency(),
        Model.STANDARD.metrics(),
        Duration.ofMinutes(30));
  }

  private static List<RunResult> runs(Shifting shifting, AlarmRule alarm, Model model) {
    var way = new CodeDeploy(shifting, alarm);
    return LongStream.range(0, RUNS).mapToObj(seed -> way.run(model, seed)).toList();
  }

  private static double mean(List<RunResult> runs) {
    return runs.stream().mapToLong(RunResult::badRequests).average().orElseThrow();
  }

  private static double seconds(List<RunResult> runs) {
    return runs.stream()
            .mapToLong(run -> run.toStable().orElseThrow().toMillis())
            .average()
            .orElseThrow()
        / 1000;
  }

  /**
   * A shift at a random second: the first whole or partial minute breaches, after 30 s on average,
   * is seen 30 s later and acted on 30 s later: 90 s at 10 % of 100 rps, half of which fail.
   */
  @Test
  void aRateAlarmOnGrossFailureTakesNinetySeconds() {
    var runs =
        runs(
            Shifting.CANARY_10_PERCENT_5_MINUTES,
            AlarmRule.VERSION_ERROR_RATE,
            model(0.001, 0.5, Duration.ZERO));
    assertThat(runs).allMatch(RunResult::rolledBack);
    assertThat(seconds(runs)).isBetween(86.0, 94.0);
    assertThat(mean(runs)).isBetween(430.0, 470.0);
  }

  /** The minute before the shift counts for the alias's alarm as often as it had an error. */
  @Test
  void theAlarmsOfSamNeedTwoMinutes() {
    var runs =
        runs(
            Shifting.CANARY_10_PERCENT_5_MINUTES,
            AlarmRule.AS_SAM_DOCUMENTS,
            model(0, 0.5, Duration.ZERO));
    assertThat(seconds(runs)).isBetween(146.0, 154.0);
  }

  @Test
  void theAlarmsOfSamRollHealthyVersionsBackWhereThereAreErrors() {
    var healthy = model(0.001, 0.5, Duration.ZERO).healthy();
    assertThat(runs(Shifting.CANARY_10_PERCENT_5_MINUTES, AlarmRule.AS_SAM_DOCUMENTS, healthy))
        .filteredOn(RunResult::rolledBack)
        .hasSizeGreaterThan(RUNS * 95 / 100);
  }

  @ParameterizedTest
  @EnumSource(AlarmRule.class)
  void nothingIsRolledBackWithoutErrors(AlarmRule alarm) {
    var healthy = model(0, 0.5, Duration.ZERO).healthy();
    assertThat(runs(Shifting.LINEAR_10_PERCENT_EVERY_1_MINUTE, alarm, healthy))
        .noneMatch(RunResult::rolledBack);
  }

  /**
   * Nobody watches after the shifting is over: half of 100 rps for half an hour, less the onset.
   */
  @Test
  void whatBeginsAfterTheDeploymentIsNeverNoticed() {
    var runs =
        runs(
            Shifting.CANARY_10_PERCENT_5_MINUTES,
            AlarmRule.VERSION_ERROR_RATE,
            model(0, 0.5, Duration.ofMinutes(10)));
    assertThat(runs).noneMatch(RunResult::rolledBack);
    assertThat(mean(runs)).isBetween(59_500.0, 60_500.0);
  }

  @Test
  void theLinearShiftIsFartherAlongWhenTheAlarmRings() {
    var model = model(0.001, 0.5, Duration.ZERO);
    var linear =
        runs(Shifting.LINEAR_10_PERCENT_EVERY_1_MINUTE, AlarmRule.VERSION_ERROR_RATE, model);
    assertThat(linear).allMatch(run -> run.place().orElseThrow().matches("[123]0 %"));
    assertThat(mean(linear)).isBetween(560.0, 640.0);
  }
}
