package ai.myrecruiter.picasso.runtime.telemetry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One line of the log. Its fields are constants, limited numbers and opaque ids: there is no way to
 * put a text in. Not safe for several threads.
 */
public final class LogLine {
  private static final String OWN_CODE = "ai.myrecruiter.picasso.";
  private final Level level;
  private final LogEvent event;
  private final ObjectNode fields = JsonNodeFactory.instance.objectNode();

  private LogLine(Level level, LogEvent event) {
    this.level = level;
    this.event = event;
  }

  /** A line without fields of its own. */
  public static LogLine of(Level level, LogEvent event) {
    return new LogLine(level, event);
  }

  /** Adds a constant by its name in lower case. */
  public LogLine with(Word word, Enum<?> constant) {
    fields.put(word.field(), constant.name().toLowerCase(Locale.ROOT));
    return this;
  }

  /** Adds a number, limited to what the field can hold. */
  public LogLine with(Figure figure, long value) {
    fields.put(figure.field(), figure.limited(value));
    return this;
  }

  /** Adds the session's id. */
  public LogLine session(OpaqueId id) {
    fields.put("session", id.value());
    return this;
  }

  /**
   * Adds the class of a defect and the place in our code that met it, never its message: messages
   * repeat input.
   */
  public LogLine defect(Throwable defect) {
    fields.put("defect", defect.getClass().getName());
    place(defect).ifPresent(place -> fields.put("at", place));
    return this;
  }

  private static Optional<String> place(Throwable defect) {
    return Stream.of(defect.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith(OWN_CODE))
        .findFirst()
        .map(frame -> frame.getClassName() + ":" + frame.getLineNumber());
  }

  String json(Origin origin, Instant instant) {
    var line =
        JsonNodeFactory.instance
            .objectNode()
            .put("timestamp", instant.toString())
            .put("level", level.name())
            .put("event", event.text());
    origin.request().ifPresent(id -> line.put("requestId", id.value()));
    line.put("function", origin.function()).put("version", origin.version());
    return line.setAll(fields).toString();
  }
}
