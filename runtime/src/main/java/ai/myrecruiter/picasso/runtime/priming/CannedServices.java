package ai.myrecruiter.picasso.runtime.priming;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.eventstream.HeaderValue;
import software.amazon.eventstream.Message;

/** The services of a function as far as one request needs them, in their own protocols. */
final class CannedServices {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String WORD = "primed";
  private final CannedTables tables = new CannedTables();
  private final Identity identity;

  CannedServices(Identity identity) {
    this.identity = identity;
  }

  /** The answer of Secrets Manager, DynamoDB or Bedrock; empty for any other call. */
  Optional<LoopbackAnswer> answer(LoopbackRequest request) {
    var target = request.header("x-amz-target");
    if (target.startsWith("DynamoDB_")) {
      var call = target.substring(target.indexOf('.') + 1);
      return Optional.of(tables.answer(call, tree(request)));
    }
    if (target.equals("secretsmanager.GetSecretValue")) {
      return Optional.of(LoopbackAnswer.json(secret(tree(request)).toString()));
    }
    return model(request.path());
  }

  private Optional<LoopbackAnswer> model(String path) {
    if (path.endsWith("/converse-stream")) {
      return Optional.of(
          new LoopbackAnswer(200, "application/vnd.amazon.eventstream", Map.of(), stream()));
    }
    if (path.endsWith("/converse")) {
      return Optional.of(LoopbackAnswer.json(converse().toString()));
    }
    return path.startsWith("/guardrail/")
        ? Optional.of(
            LoopbackAnswer.json("{\"action\":\"NONE\",\"outputs\":[],\"assessments\":[]}"))
        : Optional.empty();
  }

  private static JsonNode tree(LoopbackRequest request) {
    try {
      return JSON.readTree(request.body());
    } catch (JsonProcessingException e) {
      return JsonNodeFactory.instance.missingNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode secret(JsonNode call) {
    boolean signing = call.path("SecretId").asText().equals(Identity.SIGNING_SECRET);
    return object().put("SecretString", signing ? identity.signing() : identity.verification());
  }

  private static ObjectNode converse() {
    var answer = object().put("stopReason", "end_turn");
    var message = answer.putObject("output").putObject("message").put("role", "assistant");
    message.putArray("content").addObject().put("text", WORD);
    answer.set("usage", usage());
    answer.putObject("metrics").put("latencyMs", 1);
    return answer;
  }

  private static byte[] stream() {
    var frames = new ByteArrayOutputStream();
    frames.writeBytes(frame("messageStart", object().put("role", "assistant")));
    for (int i = 0; i < 3; i++) {
      var delta = object().put("contentBlockIndex", 0);
      delta.putObject("delta").put("text", WORD);
      frames.writeBytes(frame("contentBlockDelta", delta));
    }
    frames.writeBytes(frame("contentBlockStop", object().put("contentBlockIndex", 0)));
    frames.writeBytes(frame("messageStop", object().put("stopReason", "end_turn")));
    var metadata = object();
    metadata.set("usage", usage());
    metadata.putObject("metrics").put("latencyMs", 1);
    frames.writeBytes(frame("metadata", metadata));
    return frames.toByteArray();
  }

  private static ObjectNode usage() {
    return object().put("inputTokens", 1).put("outputTokens", 3).put("totalTokens", 4);
  }

  private static byte[] frame(String type, ObjectNode payload) {
    var headers = new LinkedHashMap<String, HeaderValue>();
    headers.put(":event-type", HeaderValue.fromString(type));
    headers.put(":content-type", HeaderValue.fromString("application/json"));
    headers.put(":message-type", HeaderValue.fromString("event"));
    var bytes = new ByteArrayOutputStream();
    new Message(headers, payload.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .encode(bytes);
    return bytes.toByteArray();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
