package ai.myrecruiter.picasso.local.rehearsal;

import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.plan.PlanReader;
import ai.myrecruiter.picasso.workflows.rehearsal.MetricDelay;
import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import ai.myrecruiter.picasso.workflows.rehearsal.RunResult;
import ai.myrecruiter.picasso.workflows.rehearsal.Share;
import ai.myrecruiter.picasso.workflows.rehearsal.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What the default plan promises, held against many rehearsed rollouts: healthy versions at four
 * base rates, a fivefold error rate, and a version that fails half of its requests. {@code
 * tests/rehearsal-sweep.sh} runs it long.
 */
final class Sweep {
  private static final MetricDelay MINUTES =
      new MetricDelay(Duration.ofMinutes(1), Duration.ofSeconds(30));
  private final Rehearsals rehearsals;
  private final Plan plan;

  private Sweep(Rehearsals rehearsals, Plan plan) {
    this.rehearsals = rehearsals;
    this.plan = plan;
  }

  /** The sweep of the plan that the project proposes. */
  static Sweep ofDefaultPlan(Rehearsals rehearsals, Path root) throws IOException {
    var text = Files.readString(root.resolve("docs/plans/default.yaml"));
    return new Sweep(rehearsals, PlanReader.read(text).orThrow());
  }

  /**
   * Healthy versions by the share of requests that fail anyway. At 5 % the alarm chat-errors rings
   * without any rollout, and preflight refuses to start one.
   */
  static List<Case> healthy() {
    return Stream.of(0.0001, 0.001, 0.01, 0.02)
        .map(rate ->
            new Case(
                "healthy, %s %% errors".formatted(percent(rate)),
                Model.STANDARD.withErrorRate(rate).healthy(),
                new Promise.FewFalseRollbacks(0.01)))
        .toList();
  }

  /** Bad versions. */
  static List<Case> bad() {
    var half = Model.STANDARD.withEffect(0.5);
    return List.of(
        new Case(
            "x5, metrics of 10 s", Model.STANDARD, new Promise.Caught(25, Duration.ofHours(2))),
        new Case("50 %, metrics of 10 s", half, new Promise.Caught(20, Duration.ofSeconds(45))),
        new Case(
            "50 %, metrics of 60 s",
            half.withMetrics(MINUTES), new Promise.Caught(130, Duration.ofSeconds(150))));
  }

  /** What is promised of a case. */
  sealed interface Promise {
    /** At most this share of healthy versions is rolled back. */
    record FewFalseRollbacks(double atMost) implements Promise {}

    /** 99 % are caught, with medians of at most so many bad requests and so much time. */
    record Caught(long bad, Duration toStable) implements Promise {}
  }

  /** A kind of version. */
  record Case(String name, Model model, Promise promise) {}

  /** What became of a case. */
  record Row(Case of, Share rolledBack, Spread bad, Spread seconds) {
    static Row of(Case of, List<RunResult> runs) {
      var back = runs.stream().filter(RunResult::rolledBack).toList();
      return new Row(
          of,
          new Share(back.size(), runs.size()),
          Spread.of(runs.stream().map(run -> (double) run.badRequests()).toList()),
          Spread.of(
              Stream.concat(
                      back.stream().flatMap(run -> run.toStable().stream()),
                      back.isEmpty() ? Stream.of(Duration.ZERO) : Stream.empty())
                  .map(time -> (double) time.toSeconds())
                  .toList()));
    }

    /** Whether the runs keep what is promised. */
    boolean kept() {
      return switch (of.promise()) {
        case Promise.FewFalseRollbacks(var atMost) -> rolledBack.value() <= atMost;
        case Promise.Caught(var most, var time) ->
            rolledBack.value() >= 0.99
                && bad.median() <= most
                && seconds.median() <= time.toSeconds();
      };
    }

    String line() {
      return String.format(
          Locale.ROOT,
          "| %s | %,d of %,d (%s %% to %s %%) | %s | %s | %s |",
          of.name(),
          rolledBack.count(),
          rolledBack.of(),
          percent(rolledBack.low()),
          percent(rolledBack.high()),
          of.promise() instanceof Promise.Caught ? both(bad) : "-",
          of.promise() instanceof Promise.Caught ? both(seconds) : "-",
          kept() ? "kept" : "not kept");
    }

    private static String both(Spread spread) {
      return String.format(Locale.ROOT, "%,.0f, %,.0f", spread.median(), spread.p95());
    }
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, share > 0 && share < 0.001 ? "%.2f" : "%.1f", 100 * share);
  }

  Row row(Case of, long first, int runs) {
    return Row.of(of, rehearsals.run(plan, of.model(), first, runs));
  }

  /**
   * Prints the table, in Markdown.
   *
   * @param args how many runs of each case, and the first seed
   */
  public static void main(String[] args) throws IOException {
    int runs = Integer.parseInt(args[0]);
    long first = Long.parseLong(args[1]);
    var root = Path.of(System.getProperty("picasso.root", "."));
    boolean kept = true;
    try (var rehearsals = Rehearsals.of(root.resolve("infra/target/cdk.out"))) {
      var sweep = ofDefaultPlan(rehearsals, root);
      System.out.println(
          "| version | rolled back (95 %) | bad requests: median, p95 | s: median, p95 | |");
      System.out.println("|---|---|---|---|---|");
      for (var one : Stream.concat(healthy().stream(), bad().stream()).toList()) {
        var row = sweep.row(one, first, runs);
        System.out.println(row.line());
        kept &= row.kept();
      }
    }
    System.out.printf("%nRepeat with: tests/rehearsal-sweep.sh %d %d%n", runs, first);
    System.exit(kept ? 0 : 1);
  }
}
