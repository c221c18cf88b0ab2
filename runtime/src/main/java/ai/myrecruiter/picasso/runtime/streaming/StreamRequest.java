package ai.myrecruiter.picasso.runtime.streaming;

import ai.myrecruiter.picasso.runtime.tenant.AskingHeaders;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request to the function's URL, payload format 2.0. Everything in it is as a stranger sent
 * it, except for the host, which the edge routed by.
 *
 * @param action {@code stream} unless the query says otherwise
 * @param headers by name in lower case
 * @param body bytes, decoded
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one request and is never shared
public record StreamRequest(
    String method, String action, Map<String, String> headers, Optional<byte[]> body) {
  private static final String BEARER = "bearer ";

  static StreamRequest of(byte[] event, ObjectMapper json) throws Refusal {
    var root = tree(event, json);
    var method = root.at("/requestContext/http/method");
    if (!method.isTextual()) {
      throw new Refusal(ErrorCode.BAD_EVENT);
    }
    return new StreamRequest(
        method.asText(),
        root.at("/queryStringParameters/action").asText("stream"),
        AskingHeaders.read(root.path("headers"))
            .orElseThrow(() -> new Refusal(ErrorCode.BAD_EVENT)),
        body(root));
  }

  private static JsonNode tree(byte[] event, ObjectMapper json) throws Refusal {
    try {
      return json.readTree(event);
    } catch (IOException noJson) { // bytes at hand cannot fail in any other way
      throw new Refusal(ErrorCode.BAD_EVENT);
    }
  }

  private static Optional<byte[]> body(JsonNode root) throws Refusal {
    var body = root.path("body");
    if (!body.isTextual()) {
      return Optional.empty();
    }
    if (!root.path("isBase64Encoded").asBoolean()) {
      return Optional.of(body.asText().getBytes(StandardCharsets.UTF_8));
    }
    try {
      return Optional.of(Base64.getDecoder().decode(body.asText()));
    } catch (IllegalArgumentException e) {
      throw new Refusal(ErrorCode.BAD_EVENT);
    }
  }

  /** A header by its name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The token: {@code x-jwt-token}, or {@code Authorization: Bearer}. */
  public Optional<String> token() {
    return header("x-jwt-token")
        .or(() ->
            header("authorization")
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
                .map(value -> value.substring(BEARER.length()).strip()))
        .filter(token -> !token.isEmpty());
  }

  /** The body as text, if it is UTF-8. */
  String text() throws Refusal {
    if (body.isEmpty() || body.get().length == 0) {
      throw new Refusal(ErrorCode.MISSING_BODY);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body.get())).toString();
    } catch (CharacterCodingException e) {
      throw new Refusal(ErrorCode.BAD_JSON);
    }
  }
}
