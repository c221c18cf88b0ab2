package ai.myrecruiter.picasso.runtime.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuestionTest {
  private static final String ID = "0a1b2c3d-0000-4000-8000-00000000000a";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** The first looks like UTF-32, the second like UTF-16, and neither is. */
  private static final byte[][] NO_ENCODING = {
    {(byte) 0xff, (byte) 0xfe, 0, 0, 1, 2, 3, 4}, {(byte) 0xfe, (byte) 0xff, (byte) 0xd8, 0}
  };

  private interface Step {
    void run() throws Refusal;
  }

  private static ErrorCode refused(Step step) {
    var refusal = catchThrowableOfType(Refusal.class, step::run);
    assertThat(refusal).isNotNull();
    return refusal.code();
  }

  private static StreamRequest request(byte[] body) throws Refusal {
    var event = JSON.createObjectNode().put("isBase64Encoded", true);
    event.putObject("requestContext").putObject("http").put("method", "POST");
    event.put("body", Base64.getEncoder().encodeToString(body));
    return StreamRequest.of(event.toString().getBytes(StandardCharsets.UTF_8), JSON);
  }

  private static StreamRequest request(String body) throws Refusal {
    return request(body.getBytes(StandardCharsets.UTF_8));
  }

  private static ErrorCode asked(String body) {
    return refused(() -> Question.asked(request(body), JSON));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"requestContext\":1}",
        "{\"requestContext\":{\"http\":{\"method\":7}}}",
        "{\"requestContext\":{\"http\":{\"method\":\"POST\"}},\"body\":\"%%%\",\"isBase64Encoded\":true}",
        "{\"requestContext\":{\"http\":{\"method\":\"POST\"}}} more",
        "{\"requestContext\":{\"http\":{\"method\":\"POST\"}},\"headers\":{\"host\":\"a\",\"Host\":\"b\"}}",
        "{\"requestContext\":{\"http\":{\"method\":\"POST\"}},\"headers\":{\"X-Jwt-Token\":\"a\",\"x-jwt-token\":\"a\"}}",
        "not json"
      })
  void refusesWhatIsNoRequest(String event) {
    assertThat(refused(() -> StreamRequest.of(event.getBytes(StandardCharsets.UTF_8), JSON)))
        .isEqualTo(ErrorCode.BAD_EVENT);
  }

  @Test
  void refusesBytesOfNoEncoding() {
    for (var bytes : NO_ENCODING) {
      assertThat(refused(() -> StreamRequest.of(bytes, JSON))).isEqualTo(ErrorCode.BAD_EVENT);
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'', MISSING_BODY",
        "'   ', MISSING_BODY",
        "'[]', BAD_JSON",
        "'7', BAD_JSON",
        "'{', BAD_JSON",
        "'{} {}', BAD_JSON",
        "'{\"message\":1}', MISSING_MESSAGE",
        "'{\"message\":\" \"}', MISSING_MESSAGE",
        "'{}', MISSING_MESSAGE",
        "'{\"message\":\"a\",\"request\":7}', BAD_REQUEST_ID",
        "'{\"message\":\"a\",\"request\":\"../../x\"}', BAD_REQUEST_ID"
      })
  void refusesBodiesThatAskNothing(String body, ErrorCode code) {
    assertThat(asked(body)).isEqualTo(code);
  }

  @Test
  void refusesHalfACharacterWhichNoEncodingCarriesOn() {
    assertThat(asked("{\"message\":\"a\\ud83d\"}")).isEqualTo(ErrorCode.BAD_JSON);
  }

  @Test
  void refusesARepeatedNameOfWhichTwoReadersTakeDifferentOnes() {
    assertThat(asked("{\"message\":\"a\",\"message\":\"b\"}")).isEqualTo(ErrorCode.BAD_JSON);
  }

  @Test
  void refusesBytesThatAreNoText() {
    var bytes = new byte[] {'{', '"', 'm', '"', ':', '"', (byte) 0xc3, '(', '"', '}'};
    assertThat(refused(() -> Question.asked(request(bytes), JSON))).isEqualTo(ErrorCode.BAD_JSON);
  }

  @Test
  void refusesABodyOfAMegabyteUnread() {
    assertThat(asked("{\"message\":\"" + "a".repeat(1_048_576) + "\"}"))
        .isEqualTo(ErrorCode.BODY_TOO_LARGE);
  }

  @Test
  void refusesAMessageOneCharacterTooLong() throws Refusal {
    assertThat(asked("{\"message\":\"" + "a".repeat(4_001) + "\"}"))
        .isEqualTo(ErrorCode.MESSAGE_TOO_LONG);
    var longest = request("{\"message\":\"" + "a".repeat(4_000) + "\"}");
    assertThat(Question.asked(longest, JSON).message()).hasSize(4_000);
  }

  @Test
  void refusesToCancelWhatHasNoName() throws Refusal {
    assertThat(refused(() -> Question.cancelled(request("{}"), JSON)))
        .isEqualTo(ErrorCode.BAD_REQUEST_ID);
    assertThat(Question.cancelled(request("{\"request\":\"" + ID + "\"}"), JSON).value())
        .isEqualTo(ID);
  }

  @ParameterizedTest
  @CsvSource({
    "x-jwt-token, abc, abc",
    "X-JWT-Token, abc, abc",
    "Authorization, Bearer abc, abc",
    "authorization, 'bearer  abc ', abc",
    "authorization, Basic abc, ''",
    "authorization, Bearer, ''",
    "x-jwt-token, '', ''"
  })
  void findsTheTokenInEitherHeader(String name, String value, String token) throws Refusal {
    var event = JSON.createObjectNode();
    event.putObject("requestContext").putObject("http").put("method", "POST");
    event.putObject("headers").put(name, value);
    var request = StreamRequest.of(event.toString().getBytes(StandardCharsets.UTF_8), JSON);
    assertThat(request.token().orElse("")).isEqualTo(token);
    assertThat(request.action()).isEqualTo("stream");
    assertThat(request.body()).isEmpty();
  }
}
