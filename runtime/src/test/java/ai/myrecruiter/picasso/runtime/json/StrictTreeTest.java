package ai.myrecruiter.picasso.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against Jackson's mapper with the same rules. */
final class StrictTreeTest {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final String PIECES = "{}[],:\"\"a1-.e0 tfn\\u";

  private interface Reading {
    JsonNode read() throws IOException;
  }

  /** What is read, or nothing if it is refused. */
  private static Optional<JsonNode> read(Reading reading) {
    try {
      return Optional.of(reading.read());
    } catch (JsonProcessingException refused) {
      return Optional.empty();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Optional<JsonNode> same(String text) {
    var mapped = read(() -> MAPPER.readTree(text));
    assertThat(read(() -> StrictTree.read(text))).as(text).isEqualTo(mapped);
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(read(() -> StrictTree.read(bytes))).as(text).isEqualTo(mapped);
    return mapped;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "true",
        "false",
        "\"\"",
        "\"\\u00e4\\ud83d\\ude00 ü\"",
        "0",
        "-0",
        "2147483648",
        "-9223372036854775809",
        "0.5",
        "1e400",
        "{}",
        "[]",
        "[[],{},[1,[2,{\"a\":[3]}]]]",
        "{\"a\":null,\"b\":{\"c\":[true,false,null,\"d\",1,2.5]},\"\":\"\"}",
        "{\"a\":{\"x\":1},\"b\":{\"x\":1}}"
      })
  void readsWhatAMapperReads(String text) {
    assertThat(same(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[",
        "[1",
        "{\"a\"",
        "{\"a\":",
        "{\"a\":1",
        "}",
        "]",
        "[}",
        "{]",
        "{\"a\":}",
        "[,]",
        "{\"a\":1,}",
        "[1,]",
        "{} {}",
        "1 2",
        "nul",
        "01",
        "+1",
        ".5",
        "NaN",
        "'a'",
        "{a:1}",
        "\"\t\"",
        "// no",
        "{\"a\":1,\"a\":2}",
        "{\"b\":{\"a\":1,\"\\u0061\":2}}"
      })
  void refusesWhatAMapperRefuses(String text) {
    assertThat(same(text)).isEmpty();
  }

  @Test
  void agreesWithAMapperOnWhateverIsPutTogether() {
    var random = new Random(49);
    int read = 0;
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append(PIECES.charAt(random.nextInt(PIECES.length())));
      }
      read += same(text.toString()).isPresent() ? 1 : 0;
    }
    assertThat(read).isBetween(500, 19_000);
  }

  @Test
  void readsEveryEncodingOfJson() throws Exception {
    for (var name : new String[] {"UTF-8", "UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"}) {
      var bytes = "{\"a\":\"\u00e4\"}".getBytes(Charset.forName(name));
      assertThat(StrictTree.read(bytes)).as(name).isEqualTo(MAPPER.readTree(bytes));
    }
  }

  @Test
  void refusesDepthThatAStackWouldNotBear() {
    var deep = "[".repeat(1_001) + "]".repeat(1_001);
    assertThatThrownBy(() -> StrictTree.read(deep)).isInstanceOf(JsonProcessingException.class);
    assertThat(same("[".repeat(1_000) + "]".repeat(1_000))).isPresent();
  }

  @Test
  void saysNothingOfWhatItRead() {
    assertThatThrownBy(() -> StrictTree.read("{\"a\":secretive}"))
        .isInstanceOf(JsonProcessingException.class)
        .satisfies(e ->
            assertThat(
                    ((JsonProcessingException) e).getLocation().contentReference().getRawContent())
                .isNull());
  }
}
