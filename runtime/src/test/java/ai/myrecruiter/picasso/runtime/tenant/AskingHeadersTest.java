package ai.myrecruiter.picasso.runtime.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AskingHeadersTest {
  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }

  @Test
  void namesAreInLowerCaseAndOnlyTextsCount() throws JsonProcessingException {
    assertThat(AskingHeaders.read(json("{\"Host\": \"a\", \"X-Other\": 5, \"x-list\": []}")))
        .contains(Map.of("host", "a"));
    assertThat(AskingHeaders.read(json("null"))).contains(Map.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"host", "x-tenant-hash", "x-jwt-token", "authorization"})
  void whoAsksStandsOnce(String name) throws JsonProcessingException {
    var twice = "{\"%s\": \"a\", \"%s\": \"b\"}".formatted(name, name.toUpperCase(Locale.ROOT));
    assertThat(AskingHeaders.read(json(twice))).isEmpty();
    assertThat(AskingHeaders.areAmbiguous(json("{\"%s\": [\"a\", \"b\"]}".formatted(name))))
        .isTrue();
    assertThat(AskingHeaders.areAmbiguous(json("{\"%s\": [\"a\"]}".formatted(name)))).isFalse();
  }

  @Test
  void anotherHeaderMayStandTwice() throws JsonProcessingException {
    assertThat(AskingHeaders.read(json("{\"Accept\": \"a\", \"accept\": \"b\"}")))
        .contains(Map.of("accept", "b"));
    assertThat(AskingHeaders.areAmbiguous(json("{\"accept\": [\"a\", \"b\"]}"))).isFalse();
  }
}
