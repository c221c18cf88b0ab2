package ai.myrecruiter.picasso.local.rehearsal;

import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import ai.myrecruiter.picasso.local.stage.Stage;
import ai.myrecruiter.picasso.local.traffic.CountedTraffic;
import ai.myrecruiter.picasso.tasks.rollout.RolloutTable;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import ai.myrecruiter.picasso.workflows.rehearsal.RunResult;
import ai.myrecruiter.picasso.workflows.rollout.ApprovalAnswer;
import ai.myrecruiter.picasso.workflows.rollout.ApprovalReason;
import ai.myrecruiter.picasso.workflows.rollout.FunctionRelease;
import ai.myrecruiter.picasso.workflows.rollout.Outcome;
import ai.myrecruiter.picasso.workflows.rollout.PendingApproval;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import ai.myrecruiter.picasso.workflows.rollout.StartRollout;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/**
 * One rollout from its start to its end: the real state machines and task handlers on a stage of
 * its own. Consent before a stage is given at once; a stage that cannot be judged finds nobody to
 * ask, so its question expires.
 */
final class RehearsedRollout {
  private static final Environment STAGING = Environment.STAGING;
  private static final String FUNCTION = STAGING.prefix() + "chat";
  private static final String ALIAS = "live";
  private static final RolloutId ID = new RolloutId("rehearsal");
  private static final Duration STEP = Duration.ofSeconds(10);
  private static final Duration HISTORY = Duration.ofMinutes(10);
  private static final Duration SPARE = Duration.ofHours(6);
  private final VirtualLoop loop;
  private final Stage stage;
  private final Plan plan;
  private final CountedTraffic traffic;
  private final List<String> companions;
  private final RehearsedAlarms alarms;
  private Instant started;

  private RehearsedRollout(
      VirtualLoop loop, Stage stage, Plan plan, Model model, long seed, List<String> companions) {
    this.loop = loop;
    this.stage = stage;
    this.plan = plan;
    this.traffic = new CountedTraffic(loop, stage.functions(), FUNCTION, ALIAS, model, seed);
    this.companions = List.copyOf(companions);
    companions.forEach(
        it -> new CountedTraffic(loop, stage.functions(), it, ALIAS, model, seed + it.hashCode()));
    this.alarms = new RehearsedAlarms(stage, STAGING);
    this.started = loop.now();
    alarms.fit(model.alarms());
  }

  /** Runs a rollout on a stage that is provisioned and has seen nothing. */
  static RunResult run(VirtualLoop loop, Stage stage, Plan plan, Model model, long seed) {
    return together(loop, stage, plan, model, seed, List.of());
  }

  /**
   * The same of several functions; the result speaks of the chat function.
   *
   * @param companions released with it, each under traffic of its own by the same model
   */
  static RunResult together(
      VirtualLoop loop, Stage stage, Plan plan, Model model, long seed, List<String> companions) {
    return new RehearsedRollout(loop, stage, plan, model, seed, companions).run();
  }

  private RunResult run() {
    loop.runFor(HISTORY.plusMillis(loop.random().nextInt(60_000)));
    release(FUNCTION);
    companions.forEach(this::release);
    started = loop.now();
    start();
    var limit = loop.now().plus(longest());
    while (!ended() && loop.now().isBefore(limit)) {
      consent();
      loop.runFor(STEP);
    }
    traffic.runOut();
    return result();
  }

  /** A version differs from the last by a variable, so that the same code is another version. */
  private void release(String function) {
    var functions = stage.functions();
    var settings = functions.settings(function);
    var variables = new HashMap<>(settings.environment());
    variables.put("PICASSO_RELEASE", "rehearsed");
    functions.updateSettings(settings.withEnvironment(variables));
  }

  private void start() {
    var input =
        new StartRollout(
                STAGING,
                ID,
                FUNCTION,
                ALIAS,
                Optional.empty(),
                Optional.empty(),
                plan,
                plan.digest(),
                "rehearsal")
            .together(companions.stream().map(FunctionRelease::ofCode).toList());
    var started =
        stage
            .sfn()
            .startExecution(request ->
                request
                    .stateMachineArn(arn("stateMachine:") + ":live")
                    .name(ID.toString())
                    .input(Contracts.write(input)));
    if (started.executionArn().isBlank()) {
      throw new IllegalStateException("the stage gave no name to an execution");
    }
  }

  private static String arn(String kind) {
    return "arn:aws:states:us-east-1:000000000000:" + kind + STAGING.prefix() + "rollout";
  }

  private boolean ended() {
    var status =
        stage.sfn().describeExecution(r -> r.executionArn(arn("execution:") + ":" + ID)).status();
    return status != ExecutionStatus.RUNNING && (settled() || status == ExecutionStatus.SUCCEEDED);
  }

  /** Whether a rollback that took the rollout over has come to its end too. */
  private boolean settled() {
    return record().map(rollout -> rollout.status().terminal()).orElse(true);
  }

  private Optional<Rollout> record() {
    return new RolloutTable(stage.dynamoDb(), STAGING.prefix() + "rollouts").read(STAGING, ID);
  }

  private Duration longest() {
    var longest = plan.bake().duration().plus(SPARE);
    for (var step : plan.stages()) {
      longest = longest.plus(step.maxDuration()).plus(SPARE);
    }
    return longest;
  }

  private void consent() {
    if (plan.stages().stream().anyMatch(step -> step.approval().isPresent())) {
      record()
          .flatMap(Rollout::approval)
          .filter(question -> question.reason() == ApprovalReason.BEFORE_STAGE)
          .ifPresent(this::approve);
    }
  }

  private void approve(PendingApproval question) {
    var yes =
        new ApprovalAnswer(
            true, "rehearsal, second person", question.stage(), plan.digest(), Optional.empty());
    stage
        .sfn()
        .sendTaskSuccess(r -> r.taskToken(question.taskToken()).output(Contracts.write(yes)));
  }

  private RunResult result() {
    var record = record();
    if (!traffic.everExposed()) {
      return refused(record);
    }
    return traffic.exposed()
        ? RunResult.promoted(traffic.bad())
        : RunResult.rolledBack(
            record.map(this::place),
            record
                .flatMap(Rollout::outcome)
                .map(end -> end.decidedBy().name().toLowerCase(Locale.ROOT)),
            traffic.toStable(),
            traffic.bad());
  }

  private RunResult refused(Optional<Rollout> record) {
    return alarms
        .keptOut(plan, started)
        .map(RunResult::refused)
        .orElseThrow(() ->
            new RehearsalRefused(
                record.flatMap(Rollout::outcome).map(Outcome::sentence).orElse("it was refused.")));
  }

  private String place(Rollout record) {
    int index = record.progress().stageIndex();
    if (index < 0) {
      return "before traffic";
    }
    return index < plan.stages().size() ? plan.stages().get(index).name() : "bake";
  }
}
