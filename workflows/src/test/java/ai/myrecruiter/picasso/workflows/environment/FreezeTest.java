package ai.myrecruiter.picasso.workflows.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.workflows.contract.Contracts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FreezeTest {
  private static final Freeze FREEZE =
      new Freeze(
          List.of(
              new DatedFreeze(
                  "year-end",
                  Instant.parse("2026-12-19T00:00:00Z"),
                  Instant.parse("2027-01-04T00:00:00Z"))),
          List.of(
              new WeeklyFreeze(
                  "friday-evening", List.of("friday"), "16:00", "24:00", "America/New_York"),
              new WeeklyFreeze("night", List.of("monday"), "00:00", "06:30", "UTC")));

  /** New York is five hours behind UTC in winter and four in summer. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-20T20:59:59Z, ",
    "2026-11-20T21:00:00Z, friday-evening",
    "2026-07-17T19:59:59Z, ",
    "2026-07-17T20:00:00Z, friday-evening",
    "2026-11-21T04:59:59Z, friday-evening",
    "2026-11-21T05:00:00Z, ",
    "2026-11-23T06:29:59Z, night",
    "2026-11-23T06:30:00Z, ",
    "2026-12-18T23:59:59Z, friday-evening",
    "2026-12-19T12:00:00Z, year-end",
    "2027-01-04T07:00:00Z, "
  })
  void knowsWhichFreezeAnInstantFallsInto(String instant, String name) {
    assertThat(FREEZE.at(Instant.parse(instant))).isEqualTo(Optional.ofNullable(name));
  }

  @Test
  void isTheSameAfterItHasBeenWrittenAndRead() {
    assertThat(Contracts.read(Contracts.write(FREEZE), Freeze.class)).isEqualTo(FREEZE);
    assertThat(FREEZE.any()).isTrue();
    assertThat(new Freeze(List.of(), List.of()).any()).isFalse();
  }

  @Test
  void refusesATimeThatEndsBeforeItStarts() {
    var noon = Instant.parse("2026-11-20T12:00:00Z");
    assertThatThrownBy(() -> new DatedFreeze("never", noon, noon))
        .hasMessageContaining("must be after start");
    assertThatThrownBy(() -> new WeeklyFreeze("never", List.of("friday"), "10:00", "10:00", "UTC"))
        .hasMessageContaining("must be later than from (10:00)");
  }
}
