package ai.myrecruiter.picasso.cli.rollout;

import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** The rollout that a command is about; the one that matters now when none is named. */
final class WhichRollout {
  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      description = "Rollout (the one that owns the environment, else the latest).")
  private Optional<String> id = Optional.empty();

  Rollout of(Rollouts rollouts) {
    return rollouts.choose(id);
  }
}
