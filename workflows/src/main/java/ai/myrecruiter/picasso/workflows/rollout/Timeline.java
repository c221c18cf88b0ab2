package ai.myrecruiter.picasso.workflows.rollout;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened, oldest first. Every look writes the whole document again, and has an item of its
 * own besides: so the latest ten looks are kept here, for who watches, and at most 200 lines in
 * all. A full timeline forgets its oldest look, without looks its oldest note, without notes its
 * oldest line but the first.
 *
 * @param entries oldest first
 */
public record Timeline(@JsonValue List<TimelineEntry> entries) {
  private static final int MOST = 200;
  private static final int MOST_LOOKS = 10;

  /** A timeline without lines. */
  public static final Timeline EMPTY = new Timeline(List.of());

  /** Copies the lines and forgets what is too much. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Timeline {
    var kept = new ArrayList<>(entries);
    forgetLooks(kept);
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

  private static void forgetLooks(List<TimelineEntry> entries) {
    var looks = 0;
    for (var i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).kind() == TimelineKind.LOOK && ++looks > MOST_LOOKS) {
        entries.remove(i);
      }
    }
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
