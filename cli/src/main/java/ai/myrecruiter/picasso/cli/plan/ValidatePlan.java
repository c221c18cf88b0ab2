package ai.myrecruiter.picasso.cli.plan;

import ai.myrecruiter.picasso.cli.config.EnvironmentFile;
import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import ai.myrecruiter.picasso.cli.shell.Options;
import ai.myrecruiter.picasso.cli.shell.Settings;
import ai.myrecruiter.picasso.cli.shell.Shell;
import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.judge.ExpectedTraffic;
import ai.myrecruiter.picasso.workflows.judge.Foresight;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.plan.PlanReading;
import ai.myrecruiter.picasso.workflows.rehearsal.FittingThreshold;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says everything that is wrong with a plan, or what it means. Calls nothing. */
@Command(
    name = "validate",
    description = {
      "Check a plan file and report everything that is wrong with it. Calls nothing.",
      "With --rps also what each stage can see at that traffic; a plan that cannot see what it promises, or whose alarm rings at that rate anyway, is refused."
    })
public final class ValidatePlan implements Callable<Integer> {
  private static final double USUAL_ERROR_RATE = 0.001;
  private final Shell shell;
  private final Settings settings;

  @Parameters(paramLabel = "FILE", description = "Plan in YAML or JSON, at most 256 KiB.")
  private Path file = Path.of("");

  @Option(
      names = "--rps",
      paramLabel = "N",
      description = "Requests a second that the alias gets while you release.")
  private Optional<String> rps = Optional.empty();

  @Option(
      names = "--error-rate",
      paramLabel = "P",
      description =
          "Share of them that fails on the old version, with --rps: 0.001 or 0.1%% (0.1%%).")
  private Optional<String> errorRate = Optional.empty();

  /** The command in a shell. */
  public ValidatePlan(Shell shell, Settings settings) {
    this.shell = shell;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    var traffic = traffic();
    return switch (PlanFile.read(file)) {
      case PlanReading.Accepted(var plan) -> accepted(plan, traffic);
      case PlanReading.Refused(var findings) ->
          refused(PlanData.refused(findings), List.of(), findings);
    };
  }

  private Optional<ExpectedTraffic> traffic() {
    InvalidInput.unless(
        rps.isPresent() || errorRate.isEmpty(),
        "--error-rate",
        errorRate.orElse(""),
        "needs --rps",
        "give the requests a second too");
    return rps.map(text -> {
      var requests = Options.number("--rps", text);
      Options.read("--rps", () -> new ExpectedTraffic(requests, USUAL_ERROR_RATE));
      var errors =
          errorRate.map(rate -> Options.share("--error-rate", rate)).orElse(USUAL_ERROR_RATE);
      return Options.read("--error-rate", () -> new ExpectedTraffic(requests, errors));
    });
  }

  private int accepted(Plan plan, Optional<ExpectedTraffic> traffic) {
    var foresight = traffic.map(expected -> new Foresight(plan, expected));
    var findings = new ArrayList<>(foresight.map(Foresight::findings).orElse(List.of()));
    traffic.flatMap(expected -> alarm(plan, expected)).ifPresent(findings::add);
    var data = PlanData.of(plan, foresight.map(Foresight::sights), findings);
    var table = new ArrayList<>(PlanTable.of(plan));
    foresight.ifPresent(seen -> table.addAll(SightTable.of(seen)));
    if (!findings.isEmpty()) {
      table.add("");
      return refused(data, table, findings);
    }
    settings.printer().print(data, table);
    shell.say("The plan is valid.");
    return ExitStatus.OK.code();
  }

  /** By the environment's document, where there is one. */
  private Optional<Finding> alarm(Plan plan, ExpectedTraffic traffic) {
    var environment = settings.environment();
    var file = EnvironmentFile.of(environment, Optional.empty());
    if (!Files.isRegularFile(file.path())) {
      return Optional.empty();
    }
    var percent = file.read().config().thresholds().errorPercent();
    return FittingThreshold.finding(plan, traffic, environment, percent);
  }

  private int refused(PlanData data, List<String> before, List<Finding> findings) {
    var lines = new ArrayList<>(before);
    findings.forEach(finding -> lines.add(finding.line()));
    settings.printer().print(data, lines);
    shell.say("The plan is refused: %s.".formatted(count(findings)));
    return ExitStatus.USAGE.code();
  }

  private static String count(List<Finding> findings) {
    return findings.size() == 1 ? "1 finding" : findings.size() + " findings";
  }
}
