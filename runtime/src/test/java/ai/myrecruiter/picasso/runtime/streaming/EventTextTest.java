package ai.myrecruiter.picasso.runtime.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EventTextTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private final EventText events = new EventText();

  /** The text of a token's event, which must be one line of JSON as a mapper would write it. */
  private static void written(String text, String event) throws Exception {
    assertThat(event).startsWith("event: token\nid: 1\ndata: ").endsWith("\n\n");
    var data = event.substring(event.indexOf("data: ") + 6, event.length() - 2);
    assertThat(data).doesNotContain("\n", "\r");
    assertThat(data)
        .isEqualTo(MAPPER.writeValueAsString(MAPPER.createObjectNode().put("text", text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "eight to six",
        "\"quoted\" \\ back",
        "\r\n\n\n",
        "\nevent: done\ndata: {}\n\n",
        "\u0000\u0001\u001f\u007f\u0085\u2028\u2029",
        "\u00e4\u4e2d\ud83d\ude00",
        "</script>"
      })
  void aTokenIsOneLineWhateverItSays(String text) throws Exception {
    written(text, events.token(text));
  }

  @Test
  void everyCharacterIsWrittenAsAMapperWouldWriteIt() throws Exception {
    var random = new Random(46);
    for (int i = 0; i < 2_000; i++) {
      var text =
          random
              .ints(40, 0, 0x3000)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      written(text, new EventText().token(text));
    }
  }

  @Test
  void saysHowAnAnswerEnded() {
    assertThat(events.done("end_turn", new Signal.Used(1, 5, 8), true))
        .isEqualTo(
            "event: done\nid: 1\ndata: {\"stopReason\":\"end_turn\",\"inputTokens\":5,\"outputTokens\":8,\"recorded\":true}\n\n");
    assertThat(events.revoked())
        .isEqualTo(
            "event: revoked\nid: 2\ndata: {\"code\":\"token_revoked\",\"message\":\"the token was revoked: what follows is not sent\"}\n\n");
  }

  @ParameterizedTest
  @EnumSource
  void anErrorSaysWhetherToAskAgain(ErrorCode code) throws Exception {
    var event = events.error(code);
    var data = MAPPER.readTree(event.substring(event.indexOf("data: ") + 6));
    assertThat(data)
        .isEqualTo(
            MAPPER
                .createObjectNode()
                .put("code", code.code())
                .put("message", code.explanation())
                .put("retryable", code.retryable()));
  }
}
