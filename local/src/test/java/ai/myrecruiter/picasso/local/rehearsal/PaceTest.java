package ai.myrecruiter.picasso.local.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The arithmetic of {@code tests/rehearsal-pace.sh}; its figures are for a quiet machine. */
final class PaceTest {
  @Test
  void rolloutsAMinuteAreByTheWallClockAndByTheTimeOfProcessors() {
    var figure = new Pace.Figure("x5", 500, Duration.ofSeconds(30), Duration.ofSeconds(40));
    assertThat(figure.aMinute()).isCloseTo(1_000, within(1e-6));
    assertThat(figure.aMinuteOfTwoProcessors()).isCloseTo(1_500, within(1e-6));
    assertThat(figure.line()).isEqualTo("| x5 | 500 | 30.0 | 40.0 | 1,000 | 1,500 |");
  }
}
