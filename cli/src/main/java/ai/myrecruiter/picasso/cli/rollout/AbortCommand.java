package ai.myrecruiter.picasso.cli.rollout;

import ai.myrecruiter.picasso.cli.aws.Deployment;
import ai.myrecruiter.picasso.cli.shell.Author;
import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import ai.myrecruiter.picasso.cli.shell.Options;
import ai.myrecruiter.picasso.cli.shell.Shell;
import ai.myrecruiter.picasso.cli.view.Endings;
import ai.myrecruiter.picasso.workflows.rollback.RollbackTrigger;
import ai.myrecruiter.picasso.workflows.rollback.StartRollback;
import ai.myrecruiter.picasso.workflows.rollout.Member;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.RolloutStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends a rollout by a rollback, whatever it is doing. Never asks: it is for emergencies. */
@Command(
    name = "abort",
    description = "Roll a rollout back now, whatever it is doing. Does not ask.")
final class AbortCommand implements Callable<Integer> {
  private static final int LONGEST_REASON = 1000;
  private final Context context;

  @Parameters(paramLabel = "ID", description = "Rollout to roll back.")
  private String id = "";

  @Mixin private final Author author = new Author();

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "aborted by hand",
      description = "Why; goes into the record (${DEFAULT-VALUE}).")
  private String reason = "aborted by hand";

  @Option(names = "--wait", description = "Wait until the alias is back on the old version.")
  private boolean wait;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "With --wait: wait at most a time such as 90s (15m).")
  private String timeout = "15m";

  AbortCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var name = author.name(context.shell());
    var limit = Options.duration("--timeout", timeout);
    try (var deployment = Deployment.open(context.settings())) {
      var rollouts = new Rollouts(deployment);
      var rollout = rollouts.require(Options.read("ID", () -> new RolloutId(id)));
      refuseEnded(rollout);
      var arn = rollouts.startRollback(request(rollout, name), executionName(context.shell()));
      context.shell().say("Rolling back: " + arn);
      if (wait) {
        follow(rollouts, rollout, arn, limit);
      }
      context.print(rollouts.require(rollout.id()));
      return ExitStatus.OK.code();
    }
  }

  private static void refuseEnded(Rollout rollout) {
    if (rollout.status().terminal()) {
      throw CommandEnd.refused(
          "Rollout %s has ended and cannot be aborted: %s."
              .formatted(rollout.id(), Endings.summary(rollout)));
    }
  }

  private StartRollback request(Rollout rollout, String name) {
    var why = reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    return new StartRollback(
        rollout.environment(),
        rollout.request().function(),
        rollout.request().alias(),
        Optional.of(rollout.id()),
        new RollbackTrigger.Person(name, why),
        rollout.companions().stream().map(Member::function).toList());
  }

  /** At most 80 characters, and another one at each attempt. */
  private String executionName(Shell shell) {
    return "abort-%s-%s"
        .formatted(
            id, RolloutId.create(shell.clock().instant(), shell.random()).value().substring(16));
  }

  private void follow(Rollouts rollouts, Rollout rollout, String arn, Duration limit)
      throws InterruptedException {
    var following = new Following(rollouts, context.shell(), Optional.of(limit));
    var json = context.settings().printer().isJson();
    var seen =
        following.until(
            rollout.id(), arn, s -> s.end().isPresent(), json ? r -> {} : context.follow());
    var end = seen.end().orElseThrow();
    if (!end.succeeded()) {
      throw CommandEnd.failed(
          "The rollback did not end well (%s %s): %s. Look at the alias now; the watchdog tries again every minute."
              .formatted(end.status(), end.error(), end.message()));
    }
    if (seen.rollout().map(r -> r.status() != RolloutStatus.ROLLED_BACK).orElse(true)) {
      throw CommandEnd.refused(
          "The rollback found nothing to do: rollout %s is %s."
              .formatted(id, seen.rollout().map(Endings::summary).orElse("gone")));
    }
  }
}
