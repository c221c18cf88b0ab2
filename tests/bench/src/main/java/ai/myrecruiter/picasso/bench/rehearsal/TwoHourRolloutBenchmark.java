package ai.myrecruiter.picasso.bench.rehearsal;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A rollout of two hours of the virtual clock, from its start to its end, on a stage that is up;
 * and what it takes to set that stage up.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(3)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
public class TwoHourRolloutBenchmark {
  /** Requests a second of the clock. */
  @Param({"2", "20"})
  public double traffic;

  private RehearsedRollout rehearsal = new RehearsedRollout();
  private long seed;

  /** A stage for the next rollout. */
  @Setup(Level.Invocation)
  public void open() throws IOException {
    rehearsal = new RehearsedRollout();
    rehearsal.open(seed++, traffic);
  }

  /** The stage is not used twice. */
  @TearDown(Level.Invocation)
  public void close() {
    rehearsal.close();
  }

  /** The rollout, traffic and all. */
  @Benchmark
  public Object rollout() {
    return rehearsal.run();
  }

  /** A stage more, opened and closed. */
  @Benchmark
  public Object stage() throws IOException {
    try (var another = new RehearsedRollout()) {
      another.open(seed++, traffic);
      return another;
    }
  }
}
