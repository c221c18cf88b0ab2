package ai.myrecruiter.picasso.cli.view;

import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.TimelineEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is new in a record since it was last seen: one line for each thing that happened. */
public final class ChangeLines {
  private final Set<TimelineEntry> seen = new HashSet<>();

  /** The lines that have not been given before, oldest first. */
  public List<String> since(Rollout rollout) {
    return rollout.timeline().entries().stream().filter(seen::add).map(TimelineLine::of).toList();
  }
}
