package ai.myrecruiter.picasso.cli.rollout;

import ai.myrecruiter.picasso.cli.aws.Deployment;
import ai.myrecruiter.picasso.cli.aws.Machine;
import ai.myrecruiter.picasso.cli.plan.PlanFile;
import ai.myrecruiter.picasso.cli.shell.Author;
import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import ai.myrecruiter.picasso.cli.shell.Options;
import ai.myrecruiter.picasso.workflows.lease.Holder;
import ai.myrecruiter.picasso.workflows.rollout.FunctionRelease;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.StartRollout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts a rollout, and waits until it is accepted or, with {@code --wait}, over. */
@Command(
    name = "start",
    description =
        "Start a staged rollout. Returns when it is accepted: the lease is held, preflight is over"
            + " and the version is published.")
final class StartCommand implements Callable<Integer> {
  private static final Duration ACCEPTANCE = Duration.ofMinutes(3);
  private final Context context;

  @Option(names = "--plan", required = true, paramLabel = "FILE", description = "Rollout plan.")
  private Path plan = Path.of("");

  @Option(
      names = "--function",
      paramLabel = "NAME",
      description =
          "Function to release (picasso-ENVIRONMENT-chat). Give it again for others that move"
              + " together with it; --version and --code-sha256 are the first's.")
  private List<String> functions = List.of();

  @Option(
      names = "--alias",
      paramLabel = "NAME",
      defaultValue = "live",
      description = "Alias that takes the traffic (${DEFAULT-VALUE}).")
  private String alias = "live";

  @ArgGroup private @Nullable ReleaseChoice release;

  @Mixin private final Author author = new Author();

  @Option(names = "--wait", description = "Follow it to the end; exit 0 only if promoted.")
  private boolean wait;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description =
          "Wait at most a time such as 90s or 2h (3m until accepted; with --wait no limit).")
  private Optional<String> timeout = Optional.empty();

  @Option(names = "--yes", description = "Do not ask before production is changed.")
  private boolean yes;

  @Option(
      names = "--dry-run",
      description =
          "Check the plan, the deployment and the lease; print the request; start nothing.")
  private boolean dryRun;

  StartCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var request = request();
    var limit = timeout.map(text -> Options.duration("--timeout", text));
    try (var deployment = Deployment.open(context.settings())) {
      var rollouts = new Rollouts(deployment);
      if (dryRun) {
        return rehearse(request, deployment, rollouts).code();
      }
      Confirmation.require(
          context.shell(), request.environment(), yes, StartSummary.lines(request));
      var arn = rollouts.start(request);
      var accepted = accept(request, arn, rollouts, limit);
      return wait || accepted.takenOver()
          ? follow(request, arn, rollouts, limit).code()
          : report(request, accepted).code();
    }
  }

  private StartRollout request() {
    var checked = PlanFile.read(plan).orThrow();
    var environment = context.settings().environment();
    var chosen = Optional.ofNullable(release);
    var names = names(environment.prefix());
    return new StartRollout(
            environment,
            RolloutId.create(context.shell().clock().instant(), context.shell().random()),
            names.getFirst(),
            alias,
            chosen.flatMap(ReleaseChoice::codeSha256),
            chosen.flatMap(ReleaseChoice::version),
            checked,
            checked.digest(),
            author.name(context.shell()))
        .together(names.stream().skip(1).map(FunctionRelease::ofCode).toList());
  }

  /** The functions that were named; else the environment's chat alone. */
  private List<String> names(String prefix) {
    return functions.isEmpty() ? List.of(prefix + "chat") : functions;
  }

  /** What a start would do, as far as it can be known before it. */
  private ExitStatus rehearse(StartRollout request, Deployment deployment, Rollouts rollouts) {
    var machine = deployment.live(Machine.ROLLOUT);
    var now = context.shell().clock().instant();
    var applicant = new Holder(request.rolloutId(), machine, request.startedBy(), now);
    rollouts.lease().acquire(applicant);
    context.settings().printer().print(request, StartSummary.lines(request));
    context.shell().say("Nothing was started (--dry-run). It would start " + machine);
    return ExitStatus.OK;
  }

  private Sighting accept(
      StartRollout request, String arn, Rollouts rollouts, Optional<Duration> limit)
      throws InterruptedException {
    var following =
        new Following(rollouts, context.shell(), limit.or(() -> Optional.of(ACCEPTANCE)));
    context.shell().say("Rollout %s is starting.".formatted(request.rolloutId()));
    var seen =
        following.until(
            request.rolloutId(),
            arn,
            s -> s.accepted() || s.takenOver() || s.end().isPresent(),
            rollout -> {});
    if (!seen.accepted() && !seen.takenOver()) {
      throw seen.end().orElseThrow().asRefusal("Rollout " + request.rolloutId());
    }
    return seen;
  }

  private ExitStatus report(StartRollout request, Sighting accepted) {
    context.print(accepted.rollout().orElseThrow());
    context
        .shell()
        .say(
            "Accepted. Follow it with: picasso rollout watch %s --env %s"
                .formatted(request.rolloutId(), request.environment()));
    return ExitStatus.OK;
  }

  private ExitStatus follow(
      StartRollout request, String arn, Rollouts rollouts, Optional<Duration> limit)
      throws InterruptedException {
    var json = context.settings().printer().isJson();
    var end =
        new Following(rollouts, context.shell(), limit)
            .toTheEnd(request.rolloutId(), arn, json ? rollout -> {} : context.follow());
    if (json) {
      end.rollout().ifPresent(context::print);
    }
    return Ended.promoted(end, "Rollout " + request.rolloutId());
  }
}
