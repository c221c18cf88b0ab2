package ai.myrecruiter.picasso.local.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "{", "{} {}", "{'a': 1}", "nul"})
  void refusesWhatIsNotExactlyOneValue(String text) {
    assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(Json.InvalidJson.class);
  }

  @Test
  void takesTheLastOfAFieldGivenTwiceUnlessItIsStrict() {
    assertThat(Json.write(Json.parse("{\"a\": 1, \"a\": 2}"))).isEqualTo("{\"a\":2}");
    assertThatThrownBy(() -> Json.parseStrictly("{\"a\": 1, \"a\": 2}"))
        .isInstanceOfSatisfying(
            Json.InvalidJson.class,
            e -> {
              assertThat(e.problem()).contains("Duplicate field 'a'");
              assertThat(e.location()).contains("line: 1, column: ");
            });
  }

  @Test
  void countsBytesOfUtf8NotCharacters() {
    assertThat(Json.exceedsPayload("x".repeat(Json.MAX_PAYLOAD_BYTES))).isFalse();
    assertThat(Json.exceedsPayload("x".repeat(Json.MAX_PAYLOAD_BYTES + 1))).isTrue();
    assertThat(Json.exceedsPayload("é".repeat(Json.MAX_PAYLOAD_BYTES / 2))).isFalse();
    assertThat(Json.exceedsPayload("é".repeat(Json.MAX_PAYLOAD_BYTES / 2 + 1))).isTrue();
    assertThat(Json.exceedsPayload("😀".repeat(Json.MAX_PAYLOAD_BYTES / 4 + 1))).isTrue();
  }

  @Test
  void keepsNumbersAsTheyAre() {
    assertThat(Json.write(Json.parse("[1, 1.0, 12345678901234567890, 0.1]")))
        .isEqualTo("[1,1.0,12345678901234567890,0.1]");
  }
}
