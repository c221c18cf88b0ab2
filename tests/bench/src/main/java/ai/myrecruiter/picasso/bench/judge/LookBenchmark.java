package ai.myrecruiter.picasso.bench.judge;

import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.judge.AlphaSpending;
import ai.myrecruiter.picasso.workflows.judge.Criteria;
import ai.myrecruiter.picasso.workflows.judge.CumulativeCounts;
import ai.myrecruiter.picasso.workflows.judge.Judge;
import ai.myrecruiter.picasso.workflows.judge.JudgeState;
import ai.myrecruiter.picasso.workflows.judge.Judgement;
import ai.myrecruiter.picasso.workflows.judge.Reading;
import ai.myrecruiter.picasso.workflows.judge.Tally;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
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

  private static final Criteria ALL =
      new Criteria(
          new VersionNumber(1),
          new VersionNumber(2),
          new AlphaSpending(0.01),
          2,
          Optional.of(0.01));
  private static final List<Long> THRESHOLDS = List.of(100L, 200L, 300L, 400L, 500L);

  /** Errors in the look, on both sides together. */
  @Param({"10", "100", "1000", "10000", "100000", "1000000"})
  public long errors;

  /** Judges the first look of a stage. */
  @Benchmark
  public Judgement look() {
    var stable = new Tally(90 * errors, errors - errors / 10);
    var candidate = new Tally(10 * errors, errors / 10);
    return Judge.look(JudgeState.START, "1", CumulativeCounts.of(stable, candidate), CRITERIA);
  }

  /** The same with every test: objective, five latency thresholds, throttles and routing too. */
  @Benchmark
  public Judgement lookWithEveryTest() {
    var sums =
        new CumulativeCounts(Optional.of(reading(9)), Optional.of(reading(1)), Optional.of(10.0));
    return Judge.look(JudgeState.start(THRESHOLDS), "1", sums, ALL);
  }

  private Reading reading(long tenths) {
    var slow = LongStream.rangeClosed(2, 6).map(part -> tenths * errors / (10 * part)).boxed();
    var requests = 10 * tenths * errors;
    return new Reading(
        requests,
        tenths * errors / 10,
        requests,
        requests,
        slow.toList(),
        tenths * errors / 100,
        0);
  }
}
