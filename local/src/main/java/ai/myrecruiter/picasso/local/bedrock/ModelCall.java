package ai.myrecruiter.picasso.local.bedrock;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One call of a model.
 *
 * @param modelId as the path names it
 * @param request the whole body
 */
public record ModelCall(String modelId, JsonNode request) {
  /** The last message's text. */
  public String question() {
    var messages = request.path("messages");
    return messages.path(messages.size() - 1).at("/content/0/text").asText();
  }
}
