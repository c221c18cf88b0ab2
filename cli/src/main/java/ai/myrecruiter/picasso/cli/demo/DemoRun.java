package ai.myrecruiter.picasso.cli.demo;

import ai.myrecruiter.picasso.cli.rollout.Following;
import ai.myrecruiter.picasso.cli.rollout.Rollouts;
import ai.myrecruiter.picasso.cli.rollout.Sighting;
import ai.myrecruiter.picasso.cli.shell.Shell;
import ai.myrecruiter.picasso.cli.view.Show;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.StartRollout;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs scenarios: uploads a release, starts its rollout, and looks on until it has ended. */
final class DemoRun {
  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final String STARTED_BY = "picasso demo";
  private final DemoStage stage;
  private final Shell shell;
  private final Plan plan;
  private final Supplier<Show> shows;

  DemoRun(DemoStage stage, Shell shell, Plan plan, Supplier<Show> shows) {
    this.stage = stage;
    this.shell = shell;
    this.plan = plan;
    this.shows = shows;
  }

  /** Runs one scenario to its end, three minutes at most. */
  ScenarioReport run(Scenario scenario) throws InterruptedException {
    var meter = new TrafficMeter(stage.served().get());
    stage.prepare(scenario);
    var request = request();
    var rollouts = new Rollouts(stage.deployment());
    var arn = rollouts.start(request);
    var show = shows.get();
    var end =
        new Following(rollouts, shell, Optional.of(LONGEST))
            .until(
                request.rolloutId(),
                arn,
                seen -> isOver(seen),
                rollout -> {
                  var now = shell.clock().instant();
                  var client = meter.read(stage.served().get(), now);
                  show.show(rollout, Optional.of(client), now);
                });
    return ScenarioReport.of(scenario, observe(scenario, end));
  }

  /** Over is when the record and the execution have both ended. */
  private static boolean isOver(Sighting seen) {
    return seen.end().isPresent() && (seen.terminal() || seen.rollout().isEmpty());
  }

  private StartRollout request() {
    return new StartRollout(
        Environment.STAGING,
        RolloutId.create(shell.clock().instant(), shell.random()),
        DemoStage.FUNCTION,
        DemoStage.ALIAS,
        Optional.empty(),
        Optional.empty(),
        plan,
        plan.digest(),
        STARTED_BY);
  }

  private Observation observe(Scenario scenario, Sighting end) {
    var rollout = end.rollout().orElseThrow(() -> end.end().orElseThrow().asRefusal("The rollout"));
    return new Observation(
        rollout,
        end.end().orElseThrow(),
        stage.alias(),
        stage.servedBy(scenario),
        stage.attempts(rollout.startedAt(), shell.clock().instant()));
  }
}
