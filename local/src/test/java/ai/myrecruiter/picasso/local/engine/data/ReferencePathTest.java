package ai.myrecruiter.picasso.local.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReferencePathTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$ | {\"a\":1} | 9",
        "$.b | {\"a\":1} | {\"a\":1,\"b\":9}",
        "$.a | {\"a\":1} | {\"a\":9}",
        "$.a.b.c | {} | {\"a\":{\"b\":{\"c\":9}}}",
        "$.a.b | {\"a\":{\"x\":1}} | {\"a\":{\"x\":1,\"b\":9}}",
        "$['odd key'].x | {} | {\"odd key\":{\"x\":9}}",
        "$.list[1] | {\"list\":[1,2,3]} | {\"list\":[1,9,3]}",
        "$.list[0].x | {\"list\":[{}]} | {\"list\":[{\"x\":9}]}"
      })
  void placesAValue(String path, String target, String expected) {
    var node = Json.parse(target);
    assertThat(Json.write(ReferencePath.parse(path).place(node, Json.parse("9"))))
        .isEqualTo(expected);
    assertThat(Json.write(node)).as("the target stays as it is").isEqualTo(target);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$.a | \"text\"",
        "$.a | [1]",
        "$.a.b | {\"a\":1}",
        "$.a.b | {\"a\":null}",
        "$.list[3] | {\"list\":[1]}",
        "$.list[0] | {}"
      })
  void refusesAPlaceThatIsNotThere(String path, String target) {
    assertThatThrownBy(() -> ReferencePath.parse(path).place(Json.parse(target), Json.parse("9")))
        .isInstanceOfSatisfying(
            DataFailure.class,
            failure -> assertThat(failure.error()).isEqualTo("States.ResultPathMatchFailure"))
        .hasMessageStartingWith("Unable to apply ReferencePath " + path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$.a[*]",
        "$..a",
        "$.a[0:1]",
        "$.a[?(@.b)]",
        "$$.Execution",
        "a",
        "$.a,b",
        "$.f()"
      })
  void refusesPathsToMoreThanOnePlace(String path) {
    assertThatThrownBy(() -> ReferencePath.parse(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + path + "' is not a Reference Path");
  }

  @Test
  void keepsItsStepsFromChange() {
    assertThat(ReferencePath.parse("$.a[0]").steps())
        .containsExactly(new ReferencePath.Step.Field("a"), new ReferencePath.Step.Element(0));
  }
}
