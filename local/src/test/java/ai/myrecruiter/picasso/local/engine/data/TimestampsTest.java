package ai.myrecruiter.picasso.local.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimestampsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-05 21:29:29Z",
        "2026-03-05T21:29:29",
        "2026-13-05T21:29:29Z",
        "2026-03-05T25:29:29Z",
        "05-03-2026T21:29:29Z",
        "2026-03-05T21:29Z",
        "2026-03-05t21:29:29z",
        ""
      })
  void refusesWhatIsNoTimestamp(String text) {
    assertThat(Timestamps.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-05T21:29:29Z",
        "2026-03-05T21:29:29.000000000Z",
        "2026-03-05T22:29:29+01:00",
        "2026-03-05T16:29:29-05:00"
      })
  void readsTheInstant(String text) {
    assertThat(Timestamps.parse(text)).contains(Instant.parse("2026-03-05T21:29:29Z"));
  }

  @Test
  void writesMillisecondsEvenWhenTheyAreZero() {
    assertThat(Timestamps.write(Instant.parse("2026-03-05T21:29:29Z")))
        .isEqualTo("2026-03-05T21:29:29.000Z");
  }
}
