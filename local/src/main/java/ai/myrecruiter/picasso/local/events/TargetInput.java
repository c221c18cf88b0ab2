package ai.myrecruiter.picasso.local.events;

import java.util.Map;

/** What a target gets of an event. */
sealed interface TargetInput {
  /** The event as it is. */
  record WholeEvent() implements TargetInput {}

  /** The same JSON each time. */
  record Constant(String json) implements TargetInput {}

  /** One part of the event. */
  record Part(String path) implements TargetInput {}

  /**
   * A template with parts of the event in it.
   *
   * @param paths the part of the event by the name of its placeholder
   * @param template with placeholders such as {@code <alarm>}
   */
  record Template(Map<String, String> paths, String template) implements TargetInput {
    /** Keeps a copy. */
    public Template {
      paths = Map.copyOf(paths);
    }
  }
}
