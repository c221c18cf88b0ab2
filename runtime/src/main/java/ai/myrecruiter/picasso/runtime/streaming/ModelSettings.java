package ai.myrecruiter.picasso.runtime.streaming;

import java.util.Map;

/**
 * Which model answers, and how.
 *
 * @param modelId model or inference profile
 * @param instructions the system prompt
 * @param mostTokens of one answer, 1 to 8,192
 */
record ModelSettings(String modelId, String instructions, int mostTokens) {
  private static final String INSTRUCTIONS =
      "You answer questions of a clinic's patients in plain words, briefly and kindly. You do not"
          + " diagnose and do not change treatment. In an emergency you say to call the emergency"
          + " number at once. You never ask for names, numbers or dates that identify a person.";

  /** Checks the limits. */
  ModelSettings {
    if (modelId.isBlank()) {
      throw new IllegalArgumentException(
          "PICASSO_MODEL_ID is missing: name a model or an inference profile of Bedrock");
    }
    if (mostTokens < 1 || mostTokens > 8_192) {
      throw new IllegalArgumentException(
          "PICASSO_MODEL_MAX_TOKENS %d is not between 1 and 8192".formatted(mostTokens));
    }
  }

  static ModelSettings of(Map<String, String> environment) {
    return new ModelSettings(
        environment.getOrDefault("PICASSO_MODEL_ID", ""),
        environment.getOrDefault("PICASSO_MODEL_INSTRUCTIONS", INSTRUCTIONS),
        Integer.parseInt(environment.getOrDefault("PICASSO_MODEL_MAX_TOKENS", "1024")));
  }
}
