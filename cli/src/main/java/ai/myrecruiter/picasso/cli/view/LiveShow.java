package ai.myrecruiter.picasso.cli.view;

import ai.myrecruiter.picasso.cli.output.Redraw;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import java.time.Instant;
import java.util.Optional;

/** One block of lines, drawn again in place. */
public final class LiveShow implements Show {
  private final RolloutView view;
  private final Redraw redraw;

  /** Draws to a terminal. */
  public LiveShow(RolloutView view, Redraw redraw) {
    this.view = view;
    this.redraw = redraw;
  }

  @Override
  public void show(Rollout rollout, Optional<ClientTraffic> client, Instant now) {
    redraw.draw(view.lines(rollout, client, now));
  }
}
