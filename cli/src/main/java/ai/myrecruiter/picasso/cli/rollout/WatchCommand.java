package ai.myrecruiter.picasso.cli.rollout;

import ai.myrecruiter.picasso.cli.aws.Deployment;
import ai.myrecruiter.picasso.cli.shell.Options;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Follows one rollout to its end. */
@Command(
    name = "watch",
    description =
        "Follow a rollout to its end: a live view on a terminal, a line for each change otherwise.")
final class WatchCommand implements Callable<Integer> {
  private final Context context;

  @Mixin private final WhichRollout which = new WhichRollout();

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "Stop watching after a time such as 90s or 1h (never).")
  private Optional<String> timeout = Optional.empty();

  WatchCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var limit = timeout.map(text -> Options.duration("--timeout", text));
    try (var deployment = Deployment.open(context.settings())) {
      var rollouts = new Rollouts(deployment);
      var rollout = which.of(rollouts);
      var end =
          new Following(rollouts, context.shell(), limit)
              .toTheEnd(rollout.id(), rollout.executionArn(), show());
      return Ended.promoted(end, "Rollout " + rollout.id()).code();
    }
  }

  private Consumer<Rollout> show() {
    var printer = context.settings().printer();
    return printer.isJson()
        ? new OnChange(rollout -> printer.printLine(RolloutData.of(rollout)))
        : context.follow();
  }
}
