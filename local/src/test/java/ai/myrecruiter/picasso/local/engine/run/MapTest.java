package ai.myrecruiter.picasso.local.engine.run;

import static ai.myrecruiter.picasso.local.engine.FakeFunctions.fails;
import static ai.myrecruiter.picasso.local.engine.FakeFunctions.hangs;
import static ai.myrecruiter.picasso.local.engine.FakeFunctions.returns;
import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.engine.Execution;
import ai.myrecruiter.picasso.local.engine.ExecutionStatus;
import ai.myrecruiter.picasso.local.engine.Machines;
import ai.myrecruiter.picasso.local.engine.Workbench;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MapTest {
  private static final String PASS = "{\"Type\": \"Pass\", \"End\": true}";
  private static final String WAIT = "{\"Type\": \"Wait\", \"SecondsPath\": \"$\", \"End\": true}";
  private final Workbench bench = new Workbench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void beginsTheNextIterationAfterTheLastEventOfTheOneThatIsDone() {
    var end = bench.run(map("\"MaxConcurrency\": 1", PASS), "[1, 2]");
    assertThat(end.output()).contains("[1,2]");
    assertThat(bench.shape(end))
        .isEqualTo(
            """
            1<0 ExecutionStarted
            2<0 MapStateEntered
            3<2 MapStateStarted
            4<3 MapIterationStarted
            5<4 PassStateEntered
            6<5 PassStateExited
            7<6 MapIterationSucceeded
            8<6 MapIterationStarted
            9<8 PassStateEntered
            10<9 PassStateExited
            11<10 MapIterationSucceeded
            12<11 MapStateSucceeded
            13<11 MapStateExited
            14<13 ExecutionSucceeded\
            """);
  }

  @Test
  void runsAllIterationsAtATimeAndKeepsTheOrderOfTheItems() {
    var end = bench.run(map("\"MaxConcurrency\": 0", WAIT), "[30, 10, 20]");
    assertThat(end.output()).contains("[30,10,20]");
    assertThat(bench.took(end)).isEqualTo(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @CsvSource({"1,60", "2,40", "3,30"})
  void runsAsManyAtATimeAsItMay(int most, int seconds) {
    var given = bench.run(map("\"MaxConcurrency\": " + most, WAIT), "[10, 20, 30]");
    assertThat(bench.took(given)).isEqualTo(Duration.ofSeconds(seconds));
    var found =
        bench.run(
            map("\"ItemsPath\": \"$.items\", \"MaxConcurrencyPath\": \"$.most\"", WAIT),
            "{\"items\": [10, 20, 30], \"most\": " + most + "}");
    assertThat(bench.took(found)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void runsAtMostFortyAtATime() {
    var end = bench.run(map("", WAIT), "[" + "1,".repeat(80) + "1]");
    assertThat(bench.took(end)).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void isDoneAtOnceWithoutItems() {
    var end = bench.run(map("", PASS), "[]");
    assertThat(end.output()).contains("[]");
    assertThat(bench.shape(end))
        .contains("3<2 MapStateStarted\n4<3 MapStateSucceeded\n5<3 MapStateExited");
  }

  @Test
  void selectsTheInputOfEachIterationFromTheContextAndTheStatesInput() {
    for (var field : new String[] {"ItemSelector", "Parameters"}) {
      var selector =
          "\"InputPath\": \"$.in\", \"ItemsPath\": \"$.items\", \"%s\": {\"n.$\":".formatted(field)
              + " \"$$.Map.Item.Index\", \"v.$\": \"$$.Map.Item.Value\", \"of.$\": \"$.name\"}";
      var end =
          bench.run(map(selector, PASS), "{\"in\": {\"items\": [\"a\", \"b\"], \"name\": \"x\"}}");
      assertThat(end.output())
          .contains("[{\"n\":0,\"v\":\"a\",\"of\":\"x\"},{\"n\":1,\"v\":\"b\",\"of\":\"x\"}]");
    }
  }

  @Test
  void showsTheInnermostItemToTheStatesInside() {
    var item =
        "{\"Type\": \"Pass\", \"Parameters\": {\"v.$\": \"$$.Map.Item.Value\"}, \"End\": true}";
    var parallel =
        "{\"Type\": \"Parallel\", \"Branches\": [{\"StartAt\": \"P\", \"States\": {\"P\": "
            + item
            + "}}], \"End\": true}";
    assertThat(bench.run(map("", parallel), "[1, 2]").output())
        .contains("[[{\"v\":1}],[{\"v\":2}]]");
    var nested =
        "{\"Type\": \"Map\", \"ItemProcessor\": {\"StartAt\": \"P\", \"States\": {\"P\": "
            + item
            + "}}, \"End\": true}";
    assertThat(bench.run(map("", nested), "[[1], [2]]").output())
        .contains("[[{\"v\":1}],[{\"v\":2}]]");
  }

  @Test
  void placesTheOutputs() {
    var end =
        bench.run(
            map(
                "\"ResultSelector\": {\"first.$\": \"$[0]\"}, \"ItemsPath\": \"$.i\","
                    + " \"ResultPath\": \"$.o\", \"OutputPath\": \"$.o\"",
                PASS),
            "{\"i\": [7]}");
    assertThat(end.output()).contains("{\"first\":7}");
  }

  @Test
  void failsWithTheFirstFailureAndGivesUpTheOthers() {
    bench.functions().when("hang", hangs());
    var end =
        bench.run(
            map(
                "",
                """
                {"Type": "Choice", "Choices": [{"Variable": "$", "NumericEquals": 1, "Next": "Boom"}], "Default": "Hang"},
                "Boom": {"Type": "Fail", "Error": "E", "Cause": "c"}, "Hang": %s\
                """
                    .formatted(Machines.invoke("hang", "\"End\": true"))),
            "[0, 1]");
    assertThat(end.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(end.error()).contains("E");
    assertThat(bench.shape(end))
        .endsWith(
            """
            14<13 MapIterationFailed
            15<12 TaskStateAborted
            16<15 MapIterationAborted
            17<13 MapStateFailed
            18<17 ExecutionFailed\
            """);
  }

  @Test
  void retriesAndCatchesAsAWhole() {
    bench.functions().when("work", fails("E", "m"), returns("5"), fails("F", "m"));
    var task = Machines.invoke("work", "\"OutputPath\": \"$.Payload\", \"End\": true");
    var retried =
        bench.run(
            map("\"Retry\": [{\"ErrorEquals\": [\"E\"], \"IntervalSeconds\": 4}]", task), "[1]");
    assertThat(retried.output()).contains("[5]");
    assertThat(bench.took(retried)).isEqualTo(Duration.ofSeconds(4));
    var caught =
        bench.run(
            Machines.caught(
                "{\"Type\": \"Map\", \"ItemProcessor\": {\"StartAt\": \"I\", \"States\": {\"I\": "
                    + task
                    + "}}}",
                "F"),
            "[1, 2]");
    assertThat(caught.output()).get().asString().contains("\"Error\":\"F\"");
  }

  @ParameterizedTest
  @CsvSource({
    "ToleratedFailureCount,2,true",
    "ToleratedFailureCount,1,false",
    "ToleratedFailurePercentage,50,true",
    "ToleratedFailurePercentage,49,false",
  })
  void toleratesAsManyFailuresAsItMay(String field, int value, boolean succeeds) {
    var inside =
        """
        {"Type": "Choice", "Choices": [{"Variable": "$", "NumericLessThan": 3, "Next": "Boom"}], "Default": "Good"},
        "Boom": {"Type": "Fail", "Error": "E"}, "Good": {"Type": "Pass", "End": true}\
        """;
    var given = bench.run(map("\"%s\": %d".formatted(field, value), inside), "[1, 2, 3, 4]");
    var found =
        bench.run(
            map("\"ItemsPath\": \"$.i\", \"%sPath\": \"$.v\"".formatted(field), inside),
            "{\"i\": [1, 2, 3, 4], \"v\": " + value + "}");
    for (var end : new Execution[] {given, found}) {
      if (succeeds) {
        assertThat(end.output())
            .contains("[{\"Error\":\"E\",\"Cause\":\"\"},{\"Error\":\"E\",\"Cause\":\"\"},3,4]");
      } else {
        assertThat(end.error()).contains("States.ExceedToleratedFailureThreshold");
        assertThat(end.cause()).contains("The specified tolerated failure threshold was exceeded");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"ItemsPath\": \"$.x\"; {\"x\": 1}; Reference path \"$.x\" must point to array.",
        "\"ItemsPath\": \"$.y\"; {\"x\": 1}; Invalid path '$.y' : No results for path: $['y']",
        "\"ItemsPath\": \"$.x\", \"MaxConcurrencyPath\": \"$.m\"; {\"x\": [], \"m\": {}}; The"
            + " MaxConcurrencyPath field refers to value \"{}\" which is not a valid integer: $.m",
        "\"ItemsPath\": \"$.x\", \"MaxConcurrencyPath\": \"$.m\"; {\"x\": [], \"m\": -1};"
            + " MaxConcurrency cannot be negative.",
        "\"ItemsPath\": \"$.x\", \"ToleratedFailureCountPath\": \"$.m\"; {\"x\": [], \"m\": -1};"
            + " ToleratedFailureCount cannot be negative.",
        "\"ItemsPath\": \"$.x\", \"ToleratedFailurePercentagePath\": \"$.m\"; {\"x\": [], \"m\":"
            + " 101}; ToleratedFailurePercentage must be between 0 and 100.",
        "\"ItemsPath\": \"$.x\", \"ToleratedFailurePercentagePath\": \"$.m\"; {\"x\": [], \"m\":"
            + " \"1\"}; The ToleratedFailurePercentagePath field refers to value \"1\" which is not"
            + " a valid float: $.m",
        "\"ItemsPath\": \"$.x\", \"ItemSelector\": {\"a.$\": \"$.q\"}; {\"x\": [1, 2]}; The"
            + " JSONPath '$.q' specified for the field 'a.$' could not be found in the input"
            + " '{\"x\":[1,2]}'",
      })
  void failsWhenItsDataIsNotWhatItNeeds(String fields, String input, String problem) {
    var end = bench.run(map(fields, PASS), input);
    assertThat(end.error()).contains("States.Runtime");
    assertThat(end.cause())
        .contains(
            "An error occurred while executing the state 'Only' (entered at the event id #2). "
                + problem);
    assertThat(bench.types(end)).last().isEqualTo("ExecutionFailed");
  }

  private static String map(String fields, String inside) {
    return Machines.single(
        "{\"Type\": \"Map\", %s\"ItemProcessor\": {\"StartAt\": \"I\", \"States\": {\"I\": %s}}}"
            .formatted(fields.isEmpty() ? "" : fields + ", ", inside));
  }
}
