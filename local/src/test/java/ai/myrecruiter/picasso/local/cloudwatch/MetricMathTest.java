package ai.myrecruiter.picasso.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MetricMathTest {
  private static final Instant ONE = Instant.parse("2026-11-02T08:00:00Z");
  private static final Instant TWO = ONE.plusSeconds(60);
  private static final Instant THREE = ONE.plusSeconds(120);
  private final Map<String, MathValue> metrics =
      Map.of(
          "errors", new MathValue.Series(PointMaps.points(Map.of(ONE, 5.0))),
          "calls",
              new MathValue.Series(PointMaps.points(Map.of(ONE, 100.0, TWO, 50.0, THREE, 0.0))));

  private Map<Instant, Double> series(String expression) {
    return PointMaps.of(((MathValue.Series) evaluate(expression)).points());
  }

  private MathValue evaluate(String expression) {
    return new MathEvaluator(
            List.of(ONE, TWO, THREE),
            id -> {
              var metric = metrics.get(id);
              if (metric == null) {
                throw new IllegalArgumentException("no metric " + id);
              }
              return metric;
            })
        .evaluate(MathParser.parse(expression));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + 2 * 3 | 7", "(1 + 2) * 3 | 9", "10 - 4 - 3 | 3", "12 / 4 / 3 | 1", "-2 * -3 | 6",
        "1.5e2 + .5e0 | error", "2 > 1 | 1", "2 <= 1 | 0", "1 + 1 == 2 | 1", "3 != 3 | 0",
        "'1 > 2 || 3 > 2' | 1", "1 > 2 AND 3 > 2 | 0", "0 or 1 | 1"
      })
  void evaluatesNumbersByTheRulesOfPrecedence(String expression, String expected) {
    if (expected.equals("error")) {
      assertThatThrownBy(() -> evaluate(expression)).hasMessageContaining("not metric math");
    } else {
      assertThat(evaluate(expression))
          .isEqualTo(new MathValue.Scalar(Double.parseDouble(expected)));
    }
  }

  @Test
  void givesAPointWhereAllItsPartsHaveOne() {
    assertThat(series("100 * errors / calls")).containsOnly(Map.entry(ONE, 5.0));
  }

  @Test
  void fillsPeriodsWithoutAValue() {
    assertThat(series("FILL(errors, 0) / calls"))
        .containsOnly(Map.entry(ONE, 0.05), Map.entry(TWO, 0.0));
    assertThat(series("FILL(errors, REPEAT)"))
        .containsOnly(Map.entry(ONE, 5.0), Map.entry(TWO, 5.0), Map.entry(THREE, 5.0));
  }

  @Test
  void givesNoPointForADivisionByZero() {
    assertThat(series("calls / calls")).containsOnlyKeys(ONE, TWO);
  }

  @Test
  void choosesPointByPoint() {
    assertThat(series("IF(calls > 60, FILL(errors, 0) / calls, 0)"))
        .containsOnly(Map.entry(ONE, 0.05), Map.entry(TWO, 0.0), Map.entry(THREE, 0.0));
    assertThat(series("IF(calls > 60, 1)")).containsOnly(Map.entry(ONE, 1.0));
    assertThat(series("if(errors, calls)")).containsOnly(Map.entry(ONE, 100.0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | expected a number",
        "1 + | expected a number",
        "(1 | expected ')'",
        "1 2 | expected the end",
        "RATE(errors) | function RATE",
        "errors # 2 | not metric math",
        "FILL(errors) | expected ','",
        "IF(1, 2, 3, 4) | expected ')'",
        "nothing + 1 | no metric nothing"
      })
  void saysWhatIsWrongWithAnExpression(String expression, String message) {
    assertThatThrownBy(() -> evaluate(expression)).hasMessageContaining(message);
  }

  @Test
  void refusesAnExpressionThatIsTooLong() {
    assertThatThrownBy(() -> evaluate("1" + "+1".repeat(600)))
        .hasMessageContaining("1201 characters");
  }
}
