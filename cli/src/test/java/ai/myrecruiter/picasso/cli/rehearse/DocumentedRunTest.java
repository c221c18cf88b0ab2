package ai.myrecruiter.picasso.cli.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.local.rehearsal.Comparison;
import ai.myrecruiter.picasso.local.rehearsal.Rehearsals;
import ai.myrecruiter.picasso.local.rehearsal.baseline.Baseline;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.plan.PlanReader;
import ai.myrecruiter.picasso.workflows.rehearsal.Detectable;
import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import ai.myrecruiter.picasso.workflows.rehearsal.RunResult;
import ai.myrecruiter.picasso.workflows.rehearsal.Share;
import ai.myrecruiter.picasso.workflows.rehearsal.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The run that docs/rehearsal.md shows is what its command prints. */
final class DocumentedRunTest {
  private static final Path ROOT = Path.of(System.getProperty("picasso.root", ".."));
  private static final String FILE = "docs/plans/default.yaml";
  private static final int RUNS = 100;
  private static final Model MODEL = Model.STANDARD;

  private static List<RunResult> each(LongFunction<RunResult> run) {
    return LongStream.rangeClosed(1, RUNS).mapToObj(run).toList();
  }

  private static List<Summary> ways(Plan plan) throws IOException {
    var ways = new ArrayList<Summary>();
    try (var rehearsals = Rehearsals.of(ROOT.resolve("infra/target/cdk.out"))) {
      ways.add(
          Summary.of(
              "Plan " + plan.name(),
              rehearsals.run(plan, MODEL, 1, RUNS),
              rehearsals.run(plan, MODEL.healthy(), 1, RUNS)));
    }
    for (var way : Baseline.all()) {
      ways.add(
          Summary.of(
              way.name(),
              each(seed -> way.run(MODEL, seed)),
              each(seed -> way.run(MODEL.healthy(), seed))));
    }
    return ways;
  }

  /** All but the search for the smallest effect, which runs three times as many rollouts. */
  @Test
  void isWhatTheCommandPrints() throws IOException {
    var plan = PlanReader.read(Files.readString(ROOT.resolve(FILE))).orThrow();
    var smallest = Optional.of(new Detectable(2, new Share(RUNS, RUNS)));
    var command = "picasso rehearse %s --seeds %d --seed 1".formatted(FILE, RUNS);
    var data =
        RehearsalData.of(
            command, plan, MODEL, 1, RUNS, new Comparison(ways(plan), smallest, 5 * RUNS));
    var printed = String.join("\n", RehearsalTable.of(data));
    assertThat(Files.readString(ROOT.resolve("docs/rehearsal.md")))
        .as("put what the command prints into docs/rehearsal.md: %s", command)
        .contains("```\n$ " + command + "\n\n" + printed + "\n```");
  }
}
