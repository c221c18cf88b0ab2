package ai.myrecruiter.picasso.local.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/**
 * The cases are those of the CloudWatch guide: 0 does not breach, X breaches, - is missing, oldest
 * first; the results are for missing, ignore, breaching and notBreaching.
 */
final class AlarmEvaluatorTest {
  private static final Threshold OVER_ONE =
      new Threshold(ComparisonOperator.GREATER_THAN_THRESHOLD, 1);

  private static List<Datapoint> range(String oldestFirst) {
    var range = new ArrayList<Datapoint>();
    var period = Instant.parse("2026-11-02T08:00:00Z");
    for (var sign : oldestFirst.split(" ", -1)) {
      var value =
          switch (sign) {
            case "0" -> OptionalDouble.of(0);
            case "X" -> OptionalDouble.of(2);
            default -> OptionalDouble.empty();
          };
      range.add(new Datapoint(period, value));
      period = period.plusSeconds(60);
    }
    Collections.reverse(range);
    return range;
  }

  private static String state(String points, int toAlarm, MissingData missing) {
    return new AlarmEvaluator(OVER_ONE, 3, toAlarm, missing)
        .judge(range(points))
        .state()
        .map(StateValue::toString)
        .orElse("RETAIN");
  }

  @ParameterizedTest
  @CsvSource({
    "0 - X - X, OK, OK, OK, OK",
    "0 - - - -, OK, OK, OK, OK",
    "- - - - -, INSUFFICIENT_DATA, RETAIN, ALARM, OK",
    "0 X X - X, ALARM, ALARM, ALARM, ALARM",
    "- - X - -, ALARM, RETAIN, ALARM, OK"
  })
  void judgesThreeOutOfThree(
      String points, String missing, String ignore, String breaching, String notBreaching) {
    assertThat(state(points, 3, MissingData.MISSING)).isEqualTo(missing);
    assertThat(state(points, 3, MissingData.IGNORE)).isEqualTo(ignore);
    assertThat(state(points, 3, MissingData.BREACHING)).isEqualTo(breaching);
    assertThat(state(points, 3, MissingData.NOT_BREACHING)).isEqualTo(notBreaching);
  }

  @ParameterizedTest
  @CsvSource({
    "0 - X - X, ALARM, ALARM, ALARM, ALARM",
    "0 0 X 0 X, ALARM, ALARM, ALARM, ALARM",
    "0 - X - -, OK, OK, ALARM, OK",
    "- - - - 0, OK, OK, ALARM, OK",
    "- - - X -, ALARM, RETAIN, ALARM, OK"
  })
  void judgesTwoOutOfThree(
      String points, String missing, String ignore, String breaching, String notBreaching) {
    assertThat(state(points, 2, MissingData.MISSING)).isEqualTo(missing);
    assertThat(state(points, 2, MissingData.IGNORE)).isEqualTo(ignore);
    assertThat(state(points, 2, MissingData.BREACHING)).isEqualTo(breaching);
    assertThat(state(points, 2, MissingData.NOT_BREACHING)).isEqualTo(notBreaching);
  }

  @Test
  void waitsForABreachThatIsTooYoung() {
    assertThat(state("- - - - X", 3, MissingData.MISSING)).isEqualTo("OK");
    assertThat(state("- - - - X", 3, MissingData.IGNORE)).isEqualTo("RETAIN");
  }

  @ParameterizedTest
  @CsvSource({
    "GREATER_THAN_THRESHOLD, 1, false", "GREATER_THAN_THRESHOLD, 1.1, true",
    "GREATER_THAN_OR_EQUAL_TO_THRESHOLD, 1, true", "GREATER_THAN_OR_EQUAL_TO_THRESHOLD, 0.9, false",
    "LESS_THAN_THRESHOLD, 1, false", "LESS_THAN_THRESHOLD, 0.9, true",
    "LESS_THAN_OR_EQUAL_TO_THRESHOLD, 1, true", "LESS_THAN_OR_EQUAL_TO_THRESHOLD, 1.1, false"
  })
  void comparesWithTheThreshold(ComparisonOperator operator, double value, boolean breaches) {
    assertThat(new Threshold(operator, 1).breaches(value)).isEqualTo(breaches);
  }

  @Test
  void refusesWhatCannotBeEvaluated() {
    assertThatThrownBy(() -> new AlarmEvaluator(OVER_ONE, 2, 3, MissingData.MISSING))
        .hasMessageContaining("3 out of 2 datapoints");
    assertThatThrownBy(() -> new Threshold(ComparisonOperator.GREATER_THAN_UPPER_THRESHOLD, 1))
        .hasMessageContaining("anomaly detection");
    assertThatThrownBy(() -> MissingData.of("bad")).hasMessageContaining("TreatMissingData 'bad'");
  }
}
