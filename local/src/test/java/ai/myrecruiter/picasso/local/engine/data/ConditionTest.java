package ai.myrecruiter.picasso.local.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.Workbench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operators of Choice, through machines, as their users write them. */
final class ConditionTest {
  private static final String INPUT =
      """
      {"s": "HelloWorld", "star": "a*b", "n": 1, "d": 1.0, "t": true, "nil": null, "list": [1],
       "when": "2026-03-01T12:00:00Z", "same": "2026-03-01T13:00:00+01:00", "lower": "2026-03-01t12:00:00z",
       "o": {"x": 2}}\
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"Variable\": \"$.s\", \"StringEquals\": \"HelloWorld\" | true",
        "\"Variable\": \"$.n\", \"StringEquals\": \"1\" | false",
        "\"Variable\": \"$.s\", \"StringLessThan\": \"I\" | true",
        "\"Variable\": \"$.s\", \"StringGreaterThanEquals\": \"HelloWorld\" | true",
        "\"Variable\": \"$.s\", \"StringMatches\": \"Hello*\" | true",
        "\"Variable\": \"$.s\", \"StringMatches\": \"*o*o*\" | true",
        "\"Variable\": \"$.s\", \"StringMatches\": \"hello*\" | false",
        "\"Variable\": \"$.star\", \"StringMatches\": \"a\\\\*b\" | true",
        "\"Variable\": \"$.s\", \"StringMatches\": \"Hello.orld\" | false",
        "\"Variable\": \"$.n\", \"StringMatches\": \"*\" | false",
        "\"Variable\": \"$.s\", \"StringEqualsPath\": \"$.s\" | true",
        "\"Variable\": \"$.n\", \"NumericEquals\": 1.0 | true",
        "\"Variable\": \"$.n\", \"NumericEqualsPath\": \"$.d\" | true",
        "\"Variable\": \"$.n\", \"NumericLessThan\": 1 | false",
        "\"Variable\": \"$.n\", \"NumericLessThanEquals\": 1 | true",
        "\"Variable\": \"$.s\", \"NumericGreaterThan\": 0 | false",
        "\"Variable\": \"$.t\", \"BooleanEquals\": true | true",
        "\"Variable\": \"$.nil\", \"BooleanEquals\": false | false",
        "\"Variable\": \"$.when\", \"TimestampEquals\": \"2026-03-01T13:00:00+01:00\" | true",
        "\"Variable\": \"$.when\", \"TimestampEqualsPath\": \"$.same\" | true",
        "\"Variable\": \"$.when\", \"TimestampLessThan\": \"2026-03-01T12:00:01Z\" | true",
        "\"Variable\": \"$.s\", \"TimestampGreaterThan\": \"2026-03-01T12:00:01Z\" | false",
        "\"Variable\": \"$.nil\", \"IsNull\": true | true",
        "\"Variable\": \"$.none\", \"IsPresent\": false | true",
        "\"Variable\": \"$.nil\", \"IsPresent\": true | true",
        "\"Variable\": \"$.s\", \"IsString\": true | true",
        "\"Variable\": \"$.n\", \"IsNumeric\": true | true",
        "\"Variable\": \"$.n\", \"IsBoolean\": false | true",
        "\"Variable\": \"$.when\", \"IsTimestamp\": true | true",
        "\"Variable\": \"$.lower\", \"IsTimestamp\": true | false",
        "\"And\": [{\"Variable\": \"$.t\", \"BooleanEquals\": true}, {\"Variable\": \"$.n\","
            + " \"NumericEquals\": 2}] | false",
        "\"Or\": [{\"Variable\": \"$.t\", \"BooleanEquals\": false}, {\"Variable\": \"$.n\","
            + " \"NumericEquals\": 1}] | true",
        "\"Not\": {\"Variable\": \"$.t\", \"BooleanEquals\": true} | false",
        "\"Or\": [{\"Not\": {\"Variable\": \"$.n\", \"IsNumeric\": true}}, {\"And\":"
            + " [{\"Variable\": \"$.n\", \"IsPresent\": true}]}] | true",
        "\"Variable\": \"$$.State.Name\", \"StringEquals\": \"Ask\" | true"
      })
  void decides(String rule, boolean expected) {
    try (var bench = new Workbench()) {
      var end = bench.run(choice(rule), INPUT);
      assertThat(end.output()).contains(expected ? "\"yes\"" : "\"no\"");
    }
  }

  @Test
  void takesTheFirstRuleThatHolds() {
    try (var bench = new Workbench()) {
      var end =
          bench.run(
              """
              {"StartAt": "Ask", "States": {
                "Ask": {"Type": "Choice", "Choices": [
                  {"Variable": "$.n", "NumericEquals": 2, "Next": "Two"},
                  {"Variable": "$.n", "NumericEquals": 1, "Next": "One"},
                  {"Variable": "$.n", "IsNumeric": true, "Next": "Two"}]},
                "One": {"Type": "Pass", "Result": "one", "End": true},
                "Two": {"Type": "Pass", "Result": "two", "End": true}}}\
              """,
              INPUT);
      assertThat(end.output()).contains("\"one\"");
    }
  }

  @Test
  void failsWhenNothingHoldsAndThereIsNoDefault() {
    try (var bench = new Workbench()) {
      var end =
          bench.run(
              """
              {"StartAt": "Ask", "States": {
                "Ask": {"Type": "Choice", "Choices": [
                  {"Variable": "$.n", "NumericEquals": 5, "Next": "Yes"}]},
                "Yes": {"Type": "Succeed"}}}\
              """,
              INPUT);
      assertThat(end.error()).contains("States.NoChoiceMatched");
    }
  }

  @Test
  void failsOnAVariableThatIsNotThere() {
    try (var bench = new Workbench()) {
      var end = bench.run(choice("\"Variable\": \"$.none\", \"NumericEquals\": 5"), INPUT);
      assertThat(end.error()).contains("States.Runtime");
      assertThat(end.cause())
          .contains(
              "An error occurred while executing the state 'Ask' (entered at the event id #2)."
                  + " Invalid path '$.none': The choice state's condition path references an"
                  + " invalid value.");
    }
  }

  private static String choice(String rule) {
    return """
    {"StartAt": "Ask", "States": {
      "Ask": {"Type": "Choice", "Default": "No", "Choices": [{%s, "Next": "Yes"}]},
      "Yes": {"Type": "Pass", "Result": "yes", "End": true},
      "No": {"Type": "Pass", "Result": "no", "End": true}}}\
    """
        .formatted(rule);
  }
}
