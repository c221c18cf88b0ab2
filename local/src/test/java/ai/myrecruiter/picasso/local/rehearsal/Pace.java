package ai.myrecruiter.picasso.local.rehearsal;

import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.plan.PlanReader;
import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import ai.myrecruiter.picasso.workflows.rehearsal.RunResult;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How many faulted rollouts of the default plan are rehearsed a minute, after warming up; bad
 * requests are counted for two hours of each. {@code tests/rehearsal-pace.sh} runs it.
 */
final class Pace {
  private static final int WARM_UP = 300;

  private Pace() {}

  /**
   * What some rollouts took.
   *
   * @param rollouts how many
   * @param wall time that passed
   * @param processor time of all processors
   */
  record Figure(String name, int rollouts, Duration wall, Duration processor) {
    private static double aMinute(int rollouts, Duration time) {
      return rollouts * 60.0 / Math.max(1e-9, time.toNanos() / 1e9);
    }

    /** Rollouts a minute of wall clock. */
    double aMinute() {
      return aMinute(rollouts, wall);
    }

    /** Rollouts a minute of two processors that do nothing else. */
    double aMinuteOfTwoProcessors() {
      return 2 * aMinute(rollouts, processor);
    }

    String line() {
      return String.format(
          Locale.ROOT,
          "| %s | %,d | %.1f | %.1f | %,.0f | %,.0f |",
          name,
          rollouts,
          wall.toMillis() / 1e3,
          processor.toMillis() / 1e3,
          aMinute(),
          aMinuteOfTwoProcessors());
    }
  }

  private static Figure figure(
      String name, Rehearsals rehearsals, Plan plan, Model model, int runs) {
    var processor = processorTime();
    long start = System.nanoTime();
    var results = rehearsals.run(plan, model, 1, runs);
    var figure =
        new Figure(
            name,
            runs,
            Duration.ofNanos(System.nanoTime() - start),
            processorTime().minus(processor));
    long caught = results.stream().filter(RunResult::rolledBack).count();
    if (caught < 0.99 * runs) {
      throw new IllegalStateException(
          "%d of %d faulted rollouts were rolled back: fewer than 99 %%, so there is nothing to measure"
              .formatted(caught, runs));
    }
    return figure;
  }

  private static Duration processorTime() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return system instanceof com.sun.management.OperatingSystemMXBean own
        ? Duration.ofNanos(own.getProcessCpuTime())
        : Duration.ZERO;
  }

  /**
   * Prints the table, in Markdown.
   *
   * @param args how many rollouts of each kind
   */
  public static void main(String[] args) throws IOException {
    int runs = Integer.parseInt(args[0]);
    var root = Path.of(System.getProperty("picasso.root", "."));
    var plan = PlanReader.read(Files.readString(root.resolve("docs/plans/default.yaml"))).orThrow();
    try (var rehearsals = Rehearsals.of(root.resolve("infra/target/cdk.out"))) {
      rehearsals.run(plan, Model.STANDARD, 1_000_000, WARM_UP);
      System.out.println(
          "| faulted rollouts | number | s | s of processors | a minute | a minute of two processors |");
      System.out.println("|---|---|---|---|---|---|");
      for (var figure :
          List.of(
              figure("x5", rehearsals, plan, Model.STANDARD, runs),
              figure("0.1 to 50 %", rehearsals, plan, Model.STANDARD.withEffect(0.5), runs))) {
        System.out.println(figure.line());
      }
    }
    System.out.printf("%nRepeat with: tests/rehearsal-pace.sh %d%n", runs);
  }
}
