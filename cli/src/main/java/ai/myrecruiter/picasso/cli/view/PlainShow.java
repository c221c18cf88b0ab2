package ai.myrecruiter.picasso.cli.view;

import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** One line for each thing that happened. */
public final class PlainShow implements Show {
  private final ChangeLines changes = new ChangeLines();
  private final Consumer<String> line;

  /** Gives each line to a printer. */
  public PlainShow(Consumer<String> line) {
    this.line = line;
  }

  @Override
  public void show(Rollout rollout, Optional<ClientTraffic> client, Instant now) {
    changes.since(rollout).forEach(line);
  }
}
