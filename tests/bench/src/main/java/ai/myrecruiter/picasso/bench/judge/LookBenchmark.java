package ai.myrecruiter.picasso.bench.judge;

import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.judge.AlphaSpending;
import ai.myrecruiter.picasso.workflows.judge.Criteria;
import ai.myrecruiter.picasso.workflows.judge.CumulativeCounts;
import ai.myrecruiter.picasso.workflows.judge.Judge;
import ai.myrecruiter.picasso.workflows.judge.JudgeState;
import ai.myrecruiter.picasso.workflows.judge.Judgement;
import ai.myrecruiter.picasso.workflows.judge.Tally;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One look of the judge at a tenth of the traffic, by the number of errors in the look. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class LookBenchmark {
  private static final Criteria CRITERIA =
      new Criteria(new VersionNumber(1), new VersionNumber(2), new AlphaSpending(0.01), 2);

  /** Errors in the look, on both sides together. */
  @Param({"10", "100", "1000"})
  public long errors;

  /** Judges the first look of a stage. */
  @Benchmark
  public Judgement look() {
    var stable = new Tally(90_000, errors - errors / 10);
    var candidate = new Tally(10_000, errors / 10);
    return Judge.look(JudgeState.START, "1", CumulativeCounts.of(stable, candidate), CRITERIA);
  }
}
