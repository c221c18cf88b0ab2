package ai.myrecruiter.picasso.workflows.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.rollout.Ending;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SummaryTest {
  private static RunResult caught(String place, long seconds, long bad) {
    return RunResult.rolledBack(
        Optional.of(place), Optional.of("judge"), Optional.of(Duration.ofSeconds(seconds)), bad);
  }

  private static RunResult missed(long bad) {
    return RunResult.promoted(bad);
  }

  @Test
  void countsRunsAndWhereTheyWereCaught() {
    var bad = List.of(caught("one", 10, 5), caught("one", 30, 7), caught("two", 20, 9), missed(99));
    var summary = Summary.of("way", bad, List.of(missed(0), missed(0)));
    assertThat(summary.rolledBack()).isEqualTo(new Share(3, 4));
    assertThat(summary.falselyRolledBack()).isEqualTo(new Share(0, 2));
    assertThat(summary.places()).isEqualTo(Map.of("one", 2, "two", 1));
    assertThat(summary.deciders()).isEqualTo(Map.of("judge", 3));
    assertThat(summary.seconds()).contains(new Spread(20, 20, 30, 3));
    assertThat(summary.badRequests()).contains(new Spread(30, 7, 99, 4));
  }

  @Test
  void aRefusedStartIsNeitherCaughtNorMissed() {
    var refused = RunResult.refused("chat-errors");
    var summary =
        Summary.of(
            "way",
            List.of(caught("one", 10, 5), refused),
            List.of(refused, missed(0), caught("one", 10, 0)));
    assertThat(summary.refused()).isEqualTo(new Share(2, 5));
    assertThat(summary.refusers()).isEqualTo(Map.of("chat-errors", 2));
    assertThat(summary.rolledBack()).isEqualTo(new Share(1, 1));
    assertThat(summary.falselyRolledBack()).isEqualTo(new Share(1, 2));
    assertThat(summary.falseDeciders()).isEqualTo(Map.of("judge", 1));
    assertThat(summary.deciders()).isEqualTo(Map.of("judge", 1));
    assertThat(summary.badRequests()).contains(new Spread(5, 5, 5, 1));
  }

  @Test
  void ofNoRunsThatStartedNothingIsKnown() {
    var refused = List.of(RunResult.refused("chat-errors"));
    var summary = Summary.of("way", refused, refused);
    assertThat(summary.badRequests()).isEmpty();
    var share = summary.rolledBack();
    assertThat(share.value()).isNaN();
    assertThat(share.low()).isZero();
    assertThat(share.high()).isEqualTo(1);
    assertThat(new Detectable(5, share).enough()).isFalse();
  }

  @Test
  void aRunCannotEndInTwoWays() {
    var place = Optional.of("one");
    var none = Optional.<String>empty();
    var noTime = Optional.<Duration>empty();
    assertThatThrownBy(() -> new RunResult(Ending.PROMOTED, place, none, noTime, 0))
        .hasMessageContaining("ROLLED_BACK");
    assertThatThrownBy(() -> new RunResult(Ending.PROMOTED, none, place, noTime, 0))
        .hasMessageContaining("$.decidedBy = one");
    assertThatThrownBy(() -> new RunResult(Ending.REFUSED, none, place, noTime, 1))
        .hasMessageContaining("$.badRequests = 1");
  }

  @Test
  void hasNoTimesWhenNothingWasCaught() {
    var summary = Summary.of("way", List.of(missed(1)), List.of(missed(0)));
    assertThat(summary.seconds()).isEmpty();
    assertThat(summary.places()).isEmpty();
  }

  /** Wilson's interval for 8 of 10, by hand, and at both ends. */
  @Test
  void aShareHasWilsonsInterval() {
    var share = new Share(8, 10);
    assertThat(share.low()).isCloseTo(0.4902, within(1e-4));
    assertThat(share.high()).isCloseTo(0.9433, within(1e-4));
    assertThat(new Share(0, 100).low()).isZero();
    assertThat(new Share(0, 100).high()).isCloseTo(0.0370, within(1e-4));
    assertThat(new Share(100, 100).high()).isEqualTo(1);
    assertThatThrownBy(() -> new Share(2, 1)).isInstanceOf(InvalidInput.class);
    assertThatThrownBy(() -> new Share(1, 0)).isInstanceOf(InvalidInput.class);
  }

  @Test
  void theSpreadIsOfTheValuesThemselves() {
    var values = IntStream.rangeClosed(1, 100).mapToObj(Double::valueOf).toList().reversed();
    assertThat(Spread.of(values)).isEqualTo(new Spread(50.5, 50, 95, 100));
    assertThat(Spread.of(List.of(3.0))).isEqualTo(new Spread(3, 3, 3, 1));
    assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(InvalidInput.class);
  }
}
