package ai.myrecruiter.picasso.workflows.rollout;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened, oldest first, at most 200 lines, so that a rollout's document stays within an item
 * of the table. A full timeline forgets its oldest look, without looks its oldest note, without
 * notes its oldest line but the first.
 *
 * @param entries oldest first
 */
public record Timeline(@JsonValue List<TimelineEntry> entries) {
  private static final int MOST = 200;

  /** A timeline without lines. */
  public static final Timeline EMPTY = new Timeline(List.of());

  /** Copies the lines and forgets what is too much. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Timeline {
    var kept = new ArrayList<>(entries);
    while (kept.size() > MOST) {
      kept.remove(leastWorthKeeping(kept));
    }
    entries = List.copyOf(kept);
  }

  Timeline plus(TimelineEntry entry) {
    var longer = new ArrayList<>(entries);
    longer.add(entry);
    return new Timeline(longer);
  }

  private static int leastWorthKeeping(List<TimelineEntry> entries) {
    for (var kind : List.of(TimelineKind.LOOK, TimelineKind.NOTE)) {
      for (var i = 0; i < entries.size() - 1; i++) {
        if (entries.get(i).kind() == kind) {
          return i;
        }
      }
    }
    return 1;
  }
}
