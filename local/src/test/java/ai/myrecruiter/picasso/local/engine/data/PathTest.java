package ai.myrecruiter.picasso.local.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PathTest {
  private static final Scope SCOPE =
      new Scope(
          Json.parse("{\"a\": {\"b\": [1, 2, 3]}, \"n\": null, \"odd key\": 5}"),
          () -> Json.parse("{\"Execution\": {\"Name\": \"run-1\"}}"),
          new Random(1));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "$.a.b[0] | 1",
        "$.a.b[-1] | 3",
        "$['a']['b'][1] | 2",
        "$['odd key'] | 5",
        "$.n | null",
        "$.a.b[?(@ > 1)] | [2,3]",
        "$.a.b[0:2] | [1,2]",
        "$..b[0] | [1]",
        "$$.Execution.Name | \"run-1\"",
        "$$ | {\"Execution\":{\"Name\":\"run-1\"}}"
      })
  void findsValues(String path, String expected) {
    assertThat(Path.parse(path).find(SCOPE).map(Json::write)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$.x", "$.a.x.y", "$.a.b[9]", "$$.Task.Token", "$.n.x"})
  void findsNothingWhereNothingIs(String path) {
    assertThat(Path.parse(path).find(SCOPE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b", "$.a[?(@.b", "@.a"})
  void refusesWhatIsNoPath(String text) {
    assertThatThrownBy(() -> Path.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "' is not a JSONPath");
  }

  @Test
  void namesTheFieldAndTheInputOfAMissingValue() {
    var scope = SCOPE.over(Json.parse("{\"int-literal\": 0}"));
    assertThatThrownBy(() -> Path.parse("$.missing").require(scope, "value.$"))
        .isInstanceOf(DataFailure.class)
        .hasMessage(
            "The JSONPath '$.missing' specified for the field 'value.$' could not be found in the"
                + " input '{\"int-literal\":0}'");
  }

  @Test
  void saysOfAMissingSelectionWhatTheServiceSays() {
    assertThatThrownBy(() -> Path.parse("$.missing").require(SCOPE))
        .isInstanceOf(DataFailure.class)
        .hasMessage("Invalid path '$.missing' : No results for path: $['missing']");
  }

  @Test
  void isNullBehindTheEndOfAnArrayAndNotFoundByWhoAsksWhetherItIsThere() {
    var scope = SCOPE.over(Json.parse("{\"items\": [1, 2], \"none\": null}"));
    assertThat(Path.parse("$.items[5]").require(scope, "v.$").isNull()).isTrue();
    assertThat(Path.parse("$.items[5]").find(scope)).isEmpty();
    assertThat(Path.parse("$.none").find(scope)).isPresent();
    assertThatThrownBy(() -> Path.parse("$.items[5].a").require(scope, "v.$"))
        .isInstanceOf(DataFailure.class);
  }

  @Test
  void tellsWhetherItNamesOnePlace() {
    assertThat(Path.parse("$.a.b[0]").isDefinite()).isTrue();
    assertThat(Path.parse("$.a.b[*]").isDefinite()).isFalse();
  }
}
