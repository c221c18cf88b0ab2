package ai.myrecruiter.picasso.cli.rehearse;

import ai.myrecruiter.picasso.cli.local.BuiltFiles;
import ai.myrecruiter.picasso.cli.plan.PlanFile;
import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import ai.myrecruiter.picasso.cli.shell.Settings;
import ai.myrecruiter.picasso.cli.shell.Shell;
import ai.myrecruiter.picasso.local.rehearsal.Comparison;
import ai.myrecruiter.picasso.local.rehearsal.Rehearsals;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a plan would do, before anything is deployed. Calls nothing. */
@Command(
    name = "rehearse",
    description =
        "Rehearse a plan many times on a virtual clock: how often it rolls back, how many bad requests it serves, what it cannot see, beside other ways to release. Calls nothing.")
public final class RehearseCommand implements Callable<Integer> {
  private static final int MOST_SEEDS = 100_000;
  private final Shell shell;
  private final Settings settings;

  @Mixin private final ModelOptions options = new ModelOptions();

  @Parameters(paramLabel = "PLAN", description = "Plan in YAML or JSON, at most 256 KiB.")
  private Path file = Path.of("");

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Runs with the bad version, and as many with a healthy one: 1 to 100000 (100).")
  private int seeds = 100;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the first run; the same seed gives the same numbers (1).")
  private long seed = 1;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Also write a report with charts, which opens offline.")
  private @Nullable Path html;

  /** The command in a shell. */
  public RehearseCommand(Shell shell, Settings settings) {
    this.shell = shell;
    this.settings = settings;
  }

  @Override
  public Integer call() {
    InvalidInput.unless(
        seeds >= 1 && seeds <= MOST_SEEDS,
        "--seeds",
        seeds,
        "must be a number from 1 to " + MOST_SEEDS,
        "use 100 for a first look, 1000 for a decision");
    var plan = PlanFile.read(file).orThrow();
    var model = options.model();
    InvalidInput.unless(
        model.faulty(),
        "--effect",
        Words.share(model.effect().errorRate()),
        "must make the new version worse than the old one",
        "give --effect x5, or a rate above --error-rate");
    checkReport();
    var data = RehearsalData.of(command(), plan, model, seed, seeds, compare(plan, model));
    settings.printer().print(data, RehearsalTable.of(data, width()));
    write(data, plan);
    return ExitStatus.OK.code();
  }

  /** A file or a pipe takes lines of any width. */
  private int width() {
    return shell.terminal().interactive() ? shell.terminal().width() : Integer.MAX_VALUE;
  }

  private Comparison compare(Plan plan, Model model) {
    var files = BuiltFiles.find(BuiltFiles.root());
    var start = shell.clock().instant();
    try (var rehearsals = Rehearsals.of(files.assembly())) {
      var comparison = Comparison.of(rehearsals, plan, model, seed, seeds, shell::say);
      var seconds = Duration.between(start, shell.clock().instant()).toMillis() / 1000.0;
      shell.say(
          String.format(
              Locale.ROOT,
              "%d rollouts through the real state machines and tasks in %.1f s: %,.0f a minute.",
              comparison.rollouts(),
              seconds,
              comparison.rollouts() * 60 / Math.max(0.001, seconds)));
      return comparison;
    } catch (IOException e) {
      throw CommandEnd.failed("The stage cannot be set up: " + e.getMessage() + ".");
    }
  }

  /** The command line that repeats this run. */
  private String command() {
    var words = new ArrayList<>(List.of("picasso", "rehearse", file.toString()));
    words.addAll(options.given());
    words.addAll(List.of("--seeds", Integer.toString(seeds), "--seed", Long.toString(seed)));
    return String.join(" ", words);
  }

  /** Before the runs, which take long: whether the report has a place. */
  private void checkReport() {
    if (html != null) {
      var folder = html.toAbsolutePath().getParent();
      InvalidInput.unless(
          !Files.isDirectory(html) && folder != null && Files.isDirectory(folder),
          "--html",
          html,
          "must be a file in a folder that exists",
          "make the folder, or give another file");
    }
  }

  private void write(RehearsalData data, Plan plan) {
    if (html == null) {
      return;
    }
    try {
      Files.writeString(html, HtmlReport.of(data, plan));
      shell.say("The report is in %s.".formatted(html));
    } catch (IOException e) {
      throw CommandEnd.failed(
          "The report cannot be written to %s: %s. Give another --html."
              .formatted(html, e.getMessage()));
    }
  }
}
