package ai.myrecruiter.picasso.cli.rollout;

import ai.myrecruiter.picasso.cli.aws.Deployment;
import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one rollout as it stands. */
@Command(name = "status", description = "Show a rollout as it stands.")
final class StatusCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      description = "Rollout (the one that owns the environment, else the latest).")
  private Optional<String> id = Optional.empty();

  StatusCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (var deployment = Deployment.open(context.settings())) {
      context.print(new Rollouts(deployment).choose(id));
      return ExitStatus.OK.code();
    }
  }
}
