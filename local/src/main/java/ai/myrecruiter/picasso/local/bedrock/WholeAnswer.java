package ai.myrecruiter.picasso.local.bedrock;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import software.amazon.eventstream.Message;

/** The answer of Converse, which is that of ConverseStream at once. */
final class WholeAnswer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private WholeAnswer() {}

  static byte[] of(List<StreamStep> steps) throws IOException {
    var text = new StringBuilder();
    int parts = 0;
    for (var step : steps) {
      if (step instanceof StreamStep.Send(byte[] bytes)) {
        var part = JSON.readTree(Message.decode(ByteBuffer.wrap(bytes)).getPayload());
        text.append(part.at("/delta/text").asText());
        parts += part.has("delta") ? 1 : 0;
      }
    }
    var answer = JSON.createObjectNode();
    answer
        .putObject("output")
        .putObject("message")
        .put("role", "assistant")
        .putArray("content")
        .addObject()
        .put("text", text.toString());
    answer.put("stopReason", "end_turn").set("usage", Frames.usage(12, parts));
    answer.putObject("metrics").put("latencyMs", 1);
    return answer.toString().getBytes(StandardCharsets.UTF_8);
  }
}
