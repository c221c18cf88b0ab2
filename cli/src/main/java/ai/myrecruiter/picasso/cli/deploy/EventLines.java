package ai.myrecruiter.picasso.cli.deploy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** Shows each event of a stack once. */
final class EventLines {
  private final Set<String> shown = new HashSet<>();
  private final Consumer<String> line;

  EventLines(Consumer<String> line) {
    this.line = line;
  }

  /** Shows those that were not shown before. */
  void show(List<StackEvent> events) {
    for (var event : events) {
      if (shown.add(event.eventId())) {
        line.accept(RecordedEvent.of(event).line());
      }
    }
  }
}
