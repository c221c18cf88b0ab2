package ai.myrecruiter.picasso.cli.cost;

import ai.myrecruiter.picasso.cli.local.BuiltFiles;
import ai.myrecruiter.picasso.cli.plan.PlanFile;
import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.cli.shell.ExitStatus;
import ai.myrecruiter.picasso.cli.shell.Settings;
import ai.myrecruiter.picasso.cli.shell.Shell;
import ai.myrecruiter.picasso.local.cloudformation.CloudAssembly;
import ai.myrecruiter.picasso.local.rehearsal.Rehearsals;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.cost.Estimate;
import ai.myrecruiter.picasso.workflows.cost.RolloutUsage;
import ai.myrecruiter.picasso.workflows.cost.Template;
import ai.myrecruiter.picasso.workflows.cost.TemplateResource;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what an environment costs. Calls nothing. */
@Command(
    name = "cost",
    sortOptions = false,
    description =
        "Estimate what an environment costs in a month, and what one rollout and one purge audit"
            + " cost, from its template, stated prices and assumptions. Calls nothing.")
public final class CostCommand implements Callable<Integer> {
  private static final long SEED = 1;
  private static final List<String> COMPANIONS = List.of("streaming");
  private final Shell shell;
  private final Settings settings;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "Plan whose rollout is counted (docs/plans/default.yaml).")
  private Optional<Path> plan = Optional.empty();

  @Option(
      names = "--companion",
      paramLabel = "NAME",
      description =
          "Function that is released together with the chat function, such as streaming;"
              + " may be given again.")
  private List<String> companions = List.of();

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = "Prices in YAML or JSON (those of us-east-1 that come with picasso).")
  private Optional<Path> prices = Optional.empty();

  @Option(
      names = "--template",
      paramLabel = "FOLDER",
      description = "Synthesized templates (infra/target/cdk.out).")
  private Optional<Path> template = Optional.empty();

  @Option(
      names = "--free-units",
      description = "Leave out of the month what an account has for nothing.")
  private boolean freeUnits;

  private CostCommand(Shell shell, Settings settings) {
    this.shell = shell;
    this.settings = settings;
  }

  /** The command in a shell. */
  public static CommandLine create(Shell shell, Settings settings) {
    var command = new CommandLine(new CostCommand(shell, settings));
    AssumptionOptions.addTo(command.getCommandSpec());
    return command;
  }

  @Override
  public Integer call() {
    var environment = settings.environment();
    var assumptions = AssumptionOptions.of(Objects.requireNonNull(spec));
    var list = prices.map(PriceFile::read).orElseGet(PriceFile::builtIn);
    var counted = PlanFile.read(planFile()).orThrow();
    var usage = usage(counted, released());
    var resources = resources(environment.value());
    var estimate = Estimate.of(resources, usage, list, assumptions, freeUnits);
    var data =
        CostData.of(
            environment.value(),
            priceFile(),
            list,
            freeUnits,
            counted.name(),
            assumptions,
            estimate);
    settings.printer().print(data, CostTable.of(data));
    if (!estimate.findings().isEmpty()) {
      throw CommandEnd.refused(
          "The estimate is too low: %d of its resources or properties have no price. Correct each finding as it says."
              .formatted(estimate.findings().size()));
    }
    return ExitStatus.OK.code();
  }

  private Path planFile() {
    return plan.orElseGet(() -> BuiltFiles.root().resolve("docs/plans/default.yaml"));
  }

  private String priceFile() {
    return prices.map(Path::toString).orElse(PriceFile.BUILT_IN);
  }

  private Path assembly() {
    return template.orElseGet(() -> BuiltFiles.root().resolve("infra/target/cdk.out"));
  }

  private Template resources(String environment) {
    return new Template(
        CloudAssembly.read(assembly()).stacksOf(environment).stream()
            .flatMap(stack -> TemplateResource.of(stack.name(), stack.template()).stream())
            .toList());
  }

  /** By the names of the stage, which is staging's. */
  private List<String> released() {
    for (var name : companions) {
      if (!COMPANIONS.contains(name)) {
        throw new InvalidInput(
            "--companion",
            name,
            "must be a function that can be released together with chat: "
                + String.join(", ", COMPANIONS),
            "name one of them");
      }
    }
    return companions.stream().distinct().map(name -> "picasso-staging-" + name).toList();
  }

  /** A rollout of a healthy version: the longest, as it looks at every stage to its end. */
  private RolloutUsage usage(Plan counted, List<String> released) {
    shell.say(
        "One rollout of plan %s%s on a virtual clock, to count it ..."
            .formatted(
                counted.name(),
                companions.isEmpty() ? "" : " of chat and " + String.join(", ", companions)));
    try (var rehearsals = Rehearsals.of(assembly())) {
      return rehearsals.usage(counted, Model.STANDARD.healthy(), SEED, released);
    } catch (IOException e) {
      throw CommandEnd.failed("The rollout cannot be counted: " + e.getMessage() + ".");
    }
  }
}
