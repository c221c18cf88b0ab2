package ai.myrecruiter.picasso.workflows.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class AssumptionsTest {
  @ParameterizedTest
  @EnumSource(Assumption.class)
  void everyAssumptionHasADefaultWithinItsLimitsAndRefusesWhatIsBeyondThem(Assumption one) {
    assertThat(one.standard()).isBetween(BigDecimal.ZERO, one.most());
    assertThat(Assumptions.STANDARD.get(one)).isEqualTo(one.standard());
    assertThat(Assumptions.STANDARD.with(one, one.most()).isGiven(one)).isTrue();
    assertThatThrownBy(() -> Assumptions.STANDARD.with(one, new BigDecimal("-0.1")))
        .isInstanceOf(InvalidInput.class)
        .hasMessageContaining("--%s = -0.1: must be a number from 0 to ".formatted(one.id()));
    assertThatThrownBy(() -> Assumptions.STANDARD.with(one, one.most().add(BigDecimal.ONE)))
        .isInstanceOf(InvalidInput.class);
  }

  @Test
  void aChangedValueLeavesTheOthersAndTheOriginal() {
    var changed = Assumptions.STANDARD.with(Assumption.REQUESTS, BigDecimal.ONE);
    assertThat(changed.get(Assumption.REQUESTS)).isEqualTo(BigDecimal.ONE);
    assertThat(changed.get(Assumption.ITEMS)).isEqualTo(Assumption.ITEMS.standard());
    assertThat(Assumptions.STANDARD.isGiven(Assumption.REQUESTS)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0,1,1", "1024,1,1", "1025,1,2", "4096,4,1", "4097,4,2"})
  void anItemTakesWholeUnits(String bytes, int kilobytes, String units) {
    var assume = Assumptions.STANDARD.with(Assumption.ITEM_BYTES, new BigDecimal(bytes));
    assertThat(assume.units(Assumption.ITEM_BYTES, kilobytes)).isEqualByComparingTo(units);
  }

  @ParameterizedTest
  @CsvSource({
    "rate(1 minute),43800",
    "rate(5 minutes),8760",
    "rate(1 hour),730",
    "rate(1 day),30.5",
    "cron(15 * * * ? *),730",
    "cron(30 2 * * ? *),30.5"
  })
  void aScheduleFiresSoOftenAMonth(String expression, String times) {
    assertThat(Schedules.perMonth(expression).orElseThrow()).isEqualByComparingTo(times);
  }

  @ParameterizedTest
  @CsvSource({"rate(0 minutes)", "'cron(0 2 ? * MON *)'", "at(2026-01-01T00:00:00)", "''"})
  void aScheduleOfAnotherFormIsNotGuessed(String expression) {
    assertThat(Schedules.perMonth(expression)).isEmpty();
  }
}
