package ai.myrecruiter.picasso.workflows.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class RolloutStatusTest {
  @Test
  void listsEveryPairOfItsTable() {
    var table =
        Arrays.stream(RolloutStatus.values())
            .map(from -> from + " -> " + from.next())
            .collect(Collectors.joining("\n"));
    assertThat(table)
        .isEqualTo(
            """
            ACCEPTED -> [PREFLIGHT, REFUSED, ROLLING_BACK]
            PREFLIGHT -> [PUBLISHING, REFUSED, ROLLING_BACK]
            PUBLISHING -> [AWAITING_APPROVAL, SHIFTING, REFUSED, ROLLING_BACK]
            AWAITING_APPROVAL -> [SHIFTING, PROMOTING, CLOSING, REFUSED, ROLLING_BACK]
            SHIFTING -> [OBSERVING, ROLLING_BACK]
            OBSERVING -> [AWAITING_APPROVAL, SHIFTING, PROMOTING, ROLLING_BACK]
            PROMOTING -> [BAKING, ROLLING_BACK]
            BAKING -> [AWAITING_APPROVAL, CLOSING, ROLLING_BACK]
            CLOSING -> [COMPLETED, ROLLING_BACK]
            COMPLETED -> []
            REFUSED -> []
            ROLLING_BACK -> [COMPLETED, ROLLED_BACK, ROLLBACK_FAILED]
            ROLLED_BACK -> []
            ROLLBACK_FAILED -> [ROLLING_BACK]\
            """);
  }

  @Test
  void refusesEveryOtherPairNamingBoth() {
    for (var from : RolloutStatus.values()) {
      for (var to : RolloutStatus.values()) {
        if (from.next().contains(to)) {
          assertThat(from.become(to)).isEqualTo(to);
        } else {
          assertThatThrownBy(() -> from.become(to))
              .isInstanceOf(IllegalTransition.class)
              .hasMessageContaining(from + " cannot become " + to);
        }
      }
    }
  }

  @Test
  void canBeRolledBackFromEveryStatusThatHasNotEnded() {
    for (var status : RolloutStatus.values()) {
      if (!status.terminal() && status != RolloutStatus.ROLLING_BACK) {
        assertThat(status.next()).contains(RolloutStatus.ROLLING_BACK);
      }
    }
  }

  @Test
  void reachesAnEndFromEveryStatus() {
    for (var status : RolloutStatus.values()) {
      var reached = java.util.EnumSet.of(status);
      while (reached.addAll(
          reached.stream().flatMap(s -> s.next().stream()).collect(Collectors.toSet()))) {
        assertThat(reached).isNotEmpty();
      }
      assertThat(reached).anyMatch(RolloutStatus::terminal);
    }
  }
}
