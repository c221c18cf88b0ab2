package ai.myrecruiter.picasso.workflows.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.Property;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DurationTextTest {
  @Test
  void readsShortFormsAndIso() {
    assertThat(DurationText.parse("90s")).contains(Duration.ofSeconds(90));
    assertThat(DurationText.parse("10m")).contains(Duration.ofMinutes(10));
    assertThat(DurationText.parse("1h30m")).contains(Duration.ofMinutes(90));
    assertThat(DurationText.parse("7d")).contains(Duration.ofDays(7));
    assertThat(DurationText.parse("PT10M")).contains(Duration.ofMinutes(10));
    assertThat(DurationText.parse("0s")).contains(Duration.ZERO);
  }

  @Test
  void refusesOtherForms() {
    for (var text :
        new String[] {
          "",
          "10",
          "m",
          "10 m",
          "-10m",
          "10M",
          "1m1h",
          "1.5h",
          "10ms",
          "P",
          "PT",
          "ten minutes",
          "99999999999999999999s",
          "9223372036854775807d",
          "1".repeat(50) + "s"
        }) {
      assertThat(DurationText.parse(text)).as(text).isEmpty();
    }
  }

  @Test
  void writesTheFormWithTheLargestUnits() {
    assertThat(DurationText.format(Duration.ofSeconds(90))).isEqualTo("1m30s");
    assertThat(DurationText.format(Duration.ofHours(24))).isEqualTo("1d");
    assertThat(DurationText.format(Duration.ZERO)).isEqualTo("0s");
    assertThat(DurationText.format(Duration.ofMillis(1500))).isEqualTo("PT1.5S");
    assertThat(DurationText.format(Duration.ofSeconds(-5))).isEqualTo("PT-5S");
  }

  @Test
  void readsBackWhatItWrites() {
    Property.holds(
        DurationTextTest.class,
        500,
        random -> {
          var duration = Duration.ofSeconds(random.nextLong(-10, 10_000_000));
          assertThat(DurationText.parse(DurationText.format(duration))).contains(duration);
        });
  }
}
