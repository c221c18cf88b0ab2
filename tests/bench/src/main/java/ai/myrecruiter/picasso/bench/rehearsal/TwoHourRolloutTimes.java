package ai.myrecruiter.picasso.bench.rehearsal;

import ai.myrecruiter.picasso.bench.figure.Spread;
import ai.myrecruiter.picasso.local.rehearsal.Rehearsals;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.plan.PlanReader;
import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the default plan takes on one thread with a healthy version, two hours of the virtual clock,
 * its stage included and after warming up. {@code tests/rehearsal-time.sh} runs it. Run {@code i}
 * has seed {@code i}; what came of them is printed as one number, which two builds that rehearse
 * alike have in common.
 */
public final class TwoHourRolloutTimes {
  private static final int WARM_UP = 300;
  private static final int GOAL_MILLIS = 50;
  private static final double NANOS_OF_MILLI = 1e6;
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Rehearsals rehearsals;
  private final Plan plan;
  private final Model healthy = Model.STANDARD.withEffectTimes(1);
  private final double[] processor;
  private final double[] wall;
  private final double[] allocated;
  private int results;

  private TwoHourRolloutTimes(Rehearsals rehearsals, Plan plan, int runs) {
    this.rehearsals = rehearsals;
    this.plan = plan;
    this.processor = new double[runs];
    this.wall = new double[runs];
    this.allocated = new double[runs];
  }

  /**
   * Measures.
   *
   * @param args how many runs, 1 or more, after 300 that are not measured
   */
  public static void main(String[] args) throws IOException {
    int runs = Integer.parseInt(args[0]);
    var root = Path.of(System.getProperty("picasso.root", "."));
    var plan = PlanReader.read(Files.readString(root.resolve("docs/plans/default.yaml"))).orThrow();
    try (var rehearsals = Rehearsals.of(root.resolve("infra/target/cdk.out"))) {
      var times = new TwoHourRolloutTimes(rehearsals, plan, runs);
      for (int i = 0; i < WARM_UP; i++) {
        times.rehearse(i);
      }
      for (int i = 0; i < runs; i++) {
        times.measure(i);
      }
      times.print();
    }
  }

  private void rehearse(int seed) {
    var result = rehearsals.run(plan, healthy, seed);
    if (result.rolledBack()) {
      throw new IllegalStateException(
          "seed %d rolled a healthy version back: there is nothing to measure".formatted(seed));
    }
    results = 31 * results + result.toString().hashCode();
  }

  private void measure(int run) {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long began = System.nanoTime();
    long worked = THREADS.getCurrentThreadCpuTime();
    rehearse(WARM_UP + run);
    processor[run] = (THREADS.getCurrentThreadCpuTime() - worked) / NANOS_OF_MILLI;
    wall[run] = (System.nanoTime() - began) / NANOS_OF_MILLI;
    allocated[run] = (THREADS.getCurrentThreadAllocatedBytes() - bytes) / 1e6;
  }

  @SuppressWarnings("SystemOut") // a command's answer
  private void print() {
    System.out.println("| a healthy version, two hours of the clock | median | p10 | p90 |");
    System.out.println("|---|---|---|---|");
    print("ms of a processor, goal " + GOAL_MILLIS, new Spread(processor));
    print("ms of the clock", new Spread(wall));
    print("MB allocated", new Spread(allocated));
    System.out.printf(
        "%n%d runs after %d; their results: %08x%n", processor.length, WARM_UP, results);
    System.out.printf("Repeat with: tests/rehearsal-time.sh %d%n", processor.length);
  }

  @SuppressWarnings("SystemOut") // a command's answer
  private static void print(String what, Spread figures) {
    System.out.printf(
        "| %s | %.1f | %.1f | %.1f |%n", what, figures.median(), figures.at(0.1), figures.at(0.9));
  }
}
