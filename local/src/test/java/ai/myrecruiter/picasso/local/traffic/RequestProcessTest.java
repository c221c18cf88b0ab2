package ai.myrecruiter.picasso.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.myrecruiter.picasso.workflows.rehearsal.Effect;
import ai.myrecruiter.picasso.workflows.rehearsal.Errors;
import ai.myrecruiter.picasso.workflows.rehearsal.Latency;
import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import ai.myrecruiter.picasso.workflows.rehearsal.Traffic;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RequestProcessTest {
  private static Model model(double clustering, Duration onset) {
    return new Model(
        new Traffic(100, 0, 0, 0),
        new Errors(0.01, clustering),
        new Effect(0.5, 3, onset),
        new Latency(100, 0, 0.5, 0, 1_000),
        Model.STANDARD.metrics(),
        Duration.ofHours(2));
  }

  private static Duration minutes(int count) {
    return Duration.ofMinutes(count);
  }

  @Test
  void everythingIsOnTheOldVersionUntilTheFirstShift() {
    var process = new RequestProcess(model(0, Duration.ZERO), 1);
    var served = process.advance(minutes(10));
    assertThat(served.candidate()).isEqualTo(SideCounts.NOTHING);
    assertThat(served.bad()).isZero();
    assertThat((double) served.stable().requests()).isCloseTo(60_000, within(5 * 245.0));
    assertThat((double) served.stable().errors()).isCloseTo(600, within(5 * 25.0));
    assertThat(process.firstShift()).isEmpty();
  }

  @Test
  void theNewVersionGetsItsShareAndFailsAtItsRate() {
    var process = new RequestProcess(model(0, Duration.ZERO), 2);
    process.shift(0.1);
    var served = process.advance(minutes(10));
    assertThat((double) served.candidate().requests()).isCloseTo(6_000, within(5 * 78.0));
    assertThat((double) served.candidate().errors()).isCloseTo(3_000, within(5 * 50.0));
    assertThat((double) served.bad()).isCloseTo(2_940, within(5 * 50.0));
    assertThat(served.bad()).isLessThanOrEqualTo(served.candidate().errors());
  }

  @Test
  void aShareOfTheFailuresOfBothIsHandled() {
    var model = model(0, Duration.ZERO);
    var half =
        new Model(
            model.traffic(),
            new Errors(0.1, 0, 0.5),
            model.effect(),
            model.latency(),
            model.metrics(),
            model.horizon());
    var process = new RequestProcess(half, 2);
    process.shift(0.1);
    var served = process.advance(minutes(10));
    for (var side : List.of(served.stable(), served.candidate())) {
      assertThat(side.handled() / (double) side.errors()).isCloseTo(0.5, within(0.05));
    }
  }

  @Test
  void badnessBeginsAfterItsOnset() {
    var process = new RequestProcess(model(0, minutes(5)), 3);
    process.advance(minutes(1));
    process.shift(0.5);
    assertThat(process.advance(minutes(6)).bad()).isZero();
    assertThat(process.advance(minutes(7)).bad()).isPositive();
    assertThat(process.badFrom()).contains(minutes(6));
  }

  @Test
  void coldStartsEndAMinuteAfterAShift() {
    var process = new RequestProcess(model(0, minutes(60)), 4);
    process.shift(0.5);
    var first = process.advance(minutes(1)).candidate();
    assertThat((double) first.durations().getOrDefault(1_100.0, 0L))
        .isCloseTo(first.requests() / 2.0, within(200.0));
    assertThat(process.advance(minutes(2)).candidate().durations()).containsOnlyKeys(100.0);
  }

  @Test
  void coldStartsGoOnAtTheLaterShare() {
    var model = model(0, minutes(60));
    var later =
        new Model(
            model.traffic(),
            model.errors(),
            model.effect(),
            new Latency(100, 0, 0.5, 0.1, 1_000),
            model.metrics(),
            model.horizon());
    var process = new RequestProcess(later, 4);
    process.shift(0.5);
    process.advance(minutes(1));
    var served = process.advance(minutes(11)).candidate();
    assertThat((double) served.durations().getOrDefault(1_100.0, 0L))
        .isCloseTo(served.requests() / 10.0, within(5 * 52.0));
  }

  @Test
  void theSlowdownIsOnTheNewVersionOnly() {
    var process = new RequestProcess(model(0, Duration.ZERO), 5);
    process.shift(0.5);
    process.advance(minutes(2));
    var served = process.advance(minutes(3));
    assertThat(served.candidate().durations()).containsOnlyKeys(300.0);
    assertThat(served.stable().durations()).containsOnlyKeys(100.0);
  }

  @Test
  void clusteringChangesTheRateFromMinuteToMinuteForBothAlike() {
    assertThat(spreadOfMinutes(3)).isGreaterThan(10 * spreadOfMinutes(0));
  }

  private static double spreadOfMinutes(double clustering) {
    var process = new RequestProcess(model(clustering, minutes(100)), 6);
    double squares = 0;
    for (int minute = 1; minute <= 100; minute++) {
      double excess = process.advance(minutes(minute)).stable().errors() - 60.0;
      squares += excess * excess;
    }
    return squares;
  }

  @Test
  void theSameSeedGivesTheSameCounts() {
    assertThat(counts(7)).isEqualTo(counts(7)).isNotEqualTo(counts(8));
  }

  private static Batch counts(long seed) {
    var process = new RequestProcess(model(1, Duration.ZERO), seed);
    process.shift(0.3);
    return process.advance(minutes(3));
  }
}
