package ai.myrecruiter.picasso.cli.rollout;

import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import java.util.Optional;
import java.util.function.Consumer;

/** Hands a record on when it is another than the one before. */
final class OnChange implements Consumer<Rollout> {
  private final Consumer<Rollout> next;
  private Optional<Rollout> last = Optional.empty();

  OnChange(Consumer<Rollout> next) {
    this.next = next;
  }

  @Override
  public void accept(Rollout rollout) {
    if (!last.equals(Optional.of(rollout))) {
      last = Optional.of(rollout);
      next.accept(rollout);
    }
  }
}
