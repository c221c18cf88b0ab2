package ai.myrecruiter.picasso.cli.rollout;

import ai.myrecruiter.picasso.cli.aws.Deployment;
import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.rollout.RecordedRollout;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints every look of a rollout with its counts, for {@code picasso judge replay}. */
@Command(
    name = "export",
    description =
        "Print every look of a rollout with its counts, as JSON for picasso judge replay.")
final class ExportCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      description = "Rollout (the one that owns the environment, else the latest).")
  private Optional<String> id = Optional.empty();

  ExportCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try (var deployment = Deployment.open(context.settings())) {
      var rollout = new Rollouts(deployment).choose(id);
      var recorded =
          RecordedRollout.of(rollout, deployment.looks().list(rollout))
              .orElseThrow(() ->
                  CommandEnd.refused(
                      "Rollout %s has no looks: it ended before its versions were known."
                          .formatted(rollout.id())));
      context.shell().out().println(Contracts.toNode(recorded).toPrettyString());
      context.shell().out().flush();
      return ExitStatus.OK.code();
    }
  }
}
