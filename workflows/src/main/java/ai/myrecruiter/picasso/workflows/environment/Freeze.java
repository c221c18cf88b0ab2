package ai.myrecruiter.picasso.workflows.environment;

import ai.myrecruiter.picasso.workflows.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When nothing is released. A rollback is never frozen.
 *
 * @param dated once
 * @param weekly every week
 */
public record Freeze(List<DatedFreeze> dated, List<WeeklyFreeze> weekly) {
  /** Copies the lists. */
  public Freeze {
    dated = List.copyOf(dated);
    weekly = List.copyOf(weekly);
  }

  /** Whether there is a freeze at any time. */
  public boolean any() {
    return !dated.isEmpty() || !weekly.isEmpty();
  }

  /**
   * What a freeze says against what is to begin at an instant, if one holds then.
   *
   * @param fix what to do
   */
  public Optional<Finding> against(Instant instant, String fix) {
    return at(instant)
        .map(name ->
            new Finding(
                "freeze", instant.toString(), "must be outside of the freeze " + name, fix));
  }

  /** The name of a freeze that an instant falls into. */
  public Optional<String> at(Instant instant) {
    return dated.stream()
        .filter(freeze -> freeze.contains(instant))
        .map(DatedFreeze::name)
        .findFirst()
        .or(() ->
            weekly.stream()
                .filter(freeze -> freeze.contains(instant))
                .map(WeeklyFreeze::name)
                .findFirst());
  }
}
