package ai.myrecruiter.picasso.local.bedrock;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * One call of a model.
 *
 * @param modelId as the path names it
 * @param headers by name in lower case
 * @param request the whole body
 */
public record ModelCall(String modelId, Map<String, String> headers, JsonNode request) {
  /** Copies the headers. */
  public ModelCall {
    headers = Map.copyOf(headers);
  }

  /** A header by its name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The last message's text. */
  public String question() {
    var messages = request.path("messages");
    return messages.path(messages.size() - 1).at("/content/0/text").asText();
  }
}
