package ai.myrecruiter.picasso.cli.rollout;

import ai.myrecruiter.picasso.cli.aws.Deployment;
import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists rollouts. */
@Command(name = "list", description = "List the rollouts of an environment, the latest first.")
final class ListCommand implements Callable<Integer> {
  private static final int MOST = 1000;
  private final Context context;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many at most, 1 to 1000 (${DEFAULT-VALUE}).")
  private int limit = 20;

  ListCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    InvalidInput.unless(
        limit >= 1 && limit <= MOST, "--limit", limit, "must be 1 to 1000", "give 20");
    try (var deployment = Deployment.open(context.settings())) {
      var rows = new Rollouts(deployment).all().stream().limit(limit).map(RolloutRow::of).toList();
      context.settings().printer().print(rows, RolloutRow.table(rows));
      if (rows.isEmpty()) {
        context.shell().say("There is no rollout in %s yet.".formatted(deployment.environment()));
      }
      return ExitStatus.OK.code();
    }
  }
}
