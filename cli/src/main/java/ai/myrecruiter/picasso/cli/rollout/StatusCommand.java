package ai.myrecruiter.picasso.cli.rollout;

import ai.myrecruiter.picasso.cli.aws.Deployment;
import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows one rollout as it stands. */
@Command(name = "status", description = "Show a rollout as it stands.")
final class StatusCommand implements Callable<Integer> {
  private final Context context;

  @Mixin private final WhichRollout which = new WhichRollout();

  StatusCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (var deployment = Deployment.open(context.settings())) {
      context.print(which.of(new Rollouts(deployment)));
      return ExitStatus.OK.code();
    }
  }
}
