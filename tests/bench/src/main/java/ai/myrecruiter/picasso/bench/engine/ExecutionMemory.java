package ai.myrecruiter.picasso.bench.engine;

import ai.myrecruiter.picasso.local.engine.ExecutionObserver;
import ai.myrecruiter.picasso.local.engine.StepFunctions;
import ai.myrecruiter.picasso.local.loop.VirtualLoop;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * How much heap an execution of 20,000 events keeps: the heap that is used after a collection, with
 * a number of such executions and without, divided by their number. Run by tests/memory.sh.
 */
public final class ExecutionMemory {
  private static final int EXECUTIONS = 20;
  private static final int SAMPLES = 5;

  /** Two events a state, and two of the execution. */
  private static final int STATES = 9_999;

  private static final double MIB = 1024.0 * 1024;

  private ExecutionMemory() {}

  /** Prints the median and all samples, in MiB an execution. */
  public static void main(String[] arguments) {
    var samples = new double[SAMPLES];
    var events = 0;
    for (int i = 0; i < SAMPLES; i++) {
      var loop = new VirtualLoop(Instant.EPOCH, i);
      var core =
          new StepFunctions(
              loop, "000000000000", "us-east-1", new CountingFunction(), ExecutionObserver.NONE);
      var arn = core.createStateMachine("loop", Definitions.chain(STATES), "role").arn();
      var before = used();
      for (int n = 0; n < EXECUTIONS; n++) {
        core.startExecution(arn, Optional.of("e" + n), "{\"tenant\": \"t-%d\"}".formatted(n));
      }
      loop.runUntil(Instant.EPOCH.plusSeconds(3600));
      samples[i] = (used() - before) / MIB / EXECUTIONS;
      events = core.history(core.executions(arn).getFirst().arn()).size();
    }
    Arrays.sort(samples);
    System.out.printf(
        "An execution of %d events keeps %.2f MiB (median of %d: %s), %.0f bytes an event%n",
        events,
        samples[SAMPLES / 2],
        SAMPLES,
        Arrays.toString(samples),
        samples[SAMPLES / 2] * MIB / events);
  }

  private static long used() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    var runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
