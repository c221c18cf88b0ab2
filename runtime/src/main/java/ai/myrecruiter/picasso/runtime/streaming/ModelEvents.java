package ai.myrecruiter.picasso.runtime.streaming;

import java.util.Objects;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlockDeltaEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamMetadataEvent;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamOutput;
import software.amazon.awssdk.services.bedrockruntime.model.MessageStopEvent;

/** Reads the events of an answer; what is missing in one is empty. */
final class ModelEvents {
  private ModelEvents() {}

  static String text(ConverseStreamOutput event) {
    return event instanceof ContentBlockDeltaEvent delta && delta.delta() != null
        ? Objects.requireNonNullElse(delta.delta().text(), "")
        : "";
  }

  static String stopReason(ConverseStreamOutput event) {
    return event instanceof MessageStopEvent stop
        ? Objects.requireNonNullElse(stop.stopReasonAsString(), "unknown")
        : "unknown";
  }

  static Signal used(int attempt, ConverseStreamOutput event) {
    return event instanceof ConverseStreamMetadataEvent metadata && metadata.usage() != null
        ? new Signal.Used(
            attempt,
            Objects.requireNonNullElse(metadata.usage().inputTokens(), 0),
            Objects.requireNonNullElse(metadata.usage().outputTokens(), 0))
        : new Signal.Used(attempt, 0, 0);
  }
}
