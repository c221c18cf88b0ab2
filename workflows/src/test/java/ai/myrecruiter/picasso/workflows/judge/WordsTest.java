package ai.myrecruiter.picasso.workflows.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {
  private static final long SEED = 20261124;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0|0", "999|999", "1000|1,000", "123456|123,456", "1234567|1,234,567"})
  void groupsDigits(long value, String text) {
    assertThat(Words.count(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "0.0099|below 0.01",
        "0.01|0.010",
        "0.694|0.69",
        "3|3",
        "3.14159|3.1",
        "9.96|10",
        "12.34|12.3",
        "99.96|100.0",
        "250|250",
        "4321.5|4,322",
        "999999.6|1,000,000",
        "1000000|over a million",
        "-0.5|-0.50"
      })
  void hasTwoDigitsOrSo(double value, String text) {
    assertThat(Words.number(value)).isEqualTo(text);
  }

  /** The formatter of the platform is the rule; it is too slow for ten numbers at each look. */
  @Test
  void saysWhatTheFormatterSays() {
    var random = new SplittableRandom(SEED);
    for (var i = 0; i < 100_000; i++) {
      var value = Math.exp(random.nextDouble(Math.log(0.01), Math.log(999_999)));
      value = i % 3 == 0 ? Math.rint(value * 100) / 100 : value;
      if (value >= 0.01) {
        assertThat(Words.number(value)).as("%s, seed %d", value, SEED).isEqualTo(formatted(value));
      }
      var count = random.nextLong(Long.MIN_VALUE, Long.MAX_VALUE) >> random.nextInt(64);
      assertThat(Words.count(count)).isEqualTo(String.format(Locale.ROOT, "%,d", count));
    }
  }

  private static String formatted(double value) {
    var whole = value >= 100 || value == Math.rint(value);
    return String.format(Locale.ROOT, whole ? "%,.0f" : value >= 10 ? "%.1f" : "%.2g", value);
  }
}
