package ai.myrecruiter.picasso.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class NumbersTest {
  @Test
  void numbersLoseTheZerosThatSayNothing() {
    assertThat(Numbers.plain(10)).isEqualTo("10");
    assertThat(Numbers.plain(0.5)).isEqualTo("0.5");
    assertThat(Numbers.plain(0.0001)).isEqualTo("0.0001");
    assertThat(Numbers.plain(0)).isEqualTo("0");
  }

  @Test
  void smallSharesKeepTwoDigits() {
    assertThat(Numbers.percent(0.301)).isEqualTo("30.1 %");
    assertThat(Numbers.percent(0.0017)).isEqualTo("0.17 %");
    assertThat(Numbers.percent(0)).isEqualTo("0.0 %");
    assertThat(Numbers.percent(1)).isEqualTo("100.0 %");
  }

  @Test
  void evidenceClaimsNoPrecisionThatNoSampleHas() {
    assertThat(Numbers.evidence(0.123)).isEqualTo("0.12");
    assertThat(Numbers.evidence(12.34)).isEqualTo("12.3");
    assertThat(Numbers.evidence(1234.5)).isIn("1,234", "1,235");
    assertThat(Numbers.evidence(1e300)).isEqualTo("over a million");
  }

  @Test
  void timesPassInMinutesThenHours() {
    assertThat(Numbers.elapsed(Duration.ofSeconds(7))).isEqualTo("0:07");
    assertThat(Numbers.elapsed(Duration.ofSeconds(750))).isEqualTo("12:30");
    assertThat(Numbers.elapsed(Duration.ofMinutes(185))).isEqualTo("3h05");
    assertThat(Numbers.elapsed(Duration.ofSeconds(-3))).isEqualTo("0:00");
  }

  @Test
  void timesAreUtcAndTheSameInEveryLocale() {
    var before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(Numbers.minute(Instant.parse("2026-11-02T08:05:09Z")))
          .isEqualTo("2026-11-02 08:05");
      assertThat(Numbers.timeOfDay(Instant.parse("2026-11-02T08:05:09Z"))).isEqualTo("08:05:09");
      assertThat(Numbers.count(1234567)).isEqualTo("1,234,567");
      assertThat(Numbers.elapsed(Duration.ofSeconds(61))).isEqualTo("1:01");
    } finally {
      Locale.setDefault(before);
    }
  }
}
