package ai.myrecruiter.picasso.cli.view;

import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import java.time.Instant;
import java.util.Optional;

/** Shows a rollout again and again while it goes on. */
public sealed interface Show permits LiveShow, PlainShow {
  /** Shows how it stands now. */
  void show(Rollout rollout, Optional<ClientTraffic> client, Instant now);
}
