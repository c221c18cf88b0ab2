package ai.myrecruiter.picasso.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** The part of an event that a JSON path such as {@code $.detail.state.value} names. */
final class EventPath {
  private static final Pattern FORM = Pattern.compile("\\$(?:\\.[A-Za-z0-9_-]+|\\[\\d{1,6}])*");
  private static final Pattern STEP = Pattern.compile("\\.([A-Za-z0-9_-]+)|\\[(\\d+)]");

  private EventPath() {}

  static void check(String path) {
    if (!FORM.matcher(path).matches()) {
      throw EventErrors.invalid(
          "path '%s' is not $ followed by .name or [n]: the stage reads no other".formatted(path));
    }
  }

  /** The part, a missing node where the event does not have it. */
  static JsonNode read(JsonNode event, String path) {
    var node = event;
    var steps = STEP.matcher(path);
    while (steps.find()) {
      node =
          steps.group(1) != null
              ? node.path(steps.group(1))
              : node.path(Integer.parseInt(steps.group(2)));
    }
    return node;
  }
}
