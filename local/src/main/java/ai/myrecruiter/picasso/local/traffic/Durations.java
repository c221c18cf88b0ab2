package ai.myrecruiter.picasso.local.traffic;

import ai.myrecruiter.picasso.workflows.rehearsal.Latency;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.DoubleStream;

/** Draws how many requests took how long: a log-normal distribution in nine steps. */
final class Durations {
  /** Standard scores, one inside each step. */
  private static final double[] SCORES = {-1.4, -0.75, -0.25, 0.25, 0.75, 1.25, 1.75, 2.3, 3};

  /** Mass of a normal distribution up to the steps' upper ends: -1, -0.5, 0, ... 2, 2.6, all. */
  private static final double[] UP_TO = {
    0.158655, 0.308538, 0.5, 0.691462, 0.841345, 0.933193, 0.97725, 0.995339, 1
  };

  private final Draws draws;
  private final Draws later;
  private final Latency latency;

  /** How long the requests of each step take. */
  private final double[] millis;

  /**
   * Durations of a model.
   *
   * @param later draws of the cold starts that go on; of their own, so that they change nothing
   *     else
   */
  Durations(Draws draws, Draws later, Latency latency) {
    this.draws = draws;
    this.later = later;
    this.latency = latency;
    this.millis =
        DoubleStream.of(SCORES)
            .map(score -> latency.medianMillis() * Math.exp(latency.spread() * score))
            .toArray();
  }

  /**
   * Shares of requests that meet a cold start.
   *
   * @param atFirst soon after a shift
   * @param later from then on
   */
  record Cold(double atFirst, double later) {
    static final Cold NEVER = new Cold(0, 0);
  }

  /**
   * The durations of requests.
   *
   * @param slowdown factor on every duration
   * @param cold which of them meet a cold start
   */
  Map<Double, Long> of(long requests, double slowdown, Cold cold) {
    var durations = new HashMap<Double, Long>();
    long atFirst = draws.binomial(requests, cold.atFirst());
    add(durations, requests - atFirst, slowdown, 0, cold.later());
    add(durations, atFirst, slowdown, latency.coldMillis(), 0);
    return durations;
  }

  private void add(
      Map<Double, Long> durations, long requests, double slowdown, double more, double coldShare) {
    long left = requests;
    double before = 0;
    for (int step = 0; step < millis.length && left > 0; step++) {
      long here = draws.binomial(left, (UP_TO[step] - before) / (1 - before));
      long cold = later.binomial(here, coldShare);
      put(durations, millis[step] * slowdown + more, here - cold);
      put(durations, millis[step] * slowdown + more + latency.coldMillis(), cold);
      left -= here;
      before = UP_TO[step];
    }
  }

  private static void put(Map<Double, Long> durations, double millis, long requests) {
    if (requests > 0) {
      durations.merge((double) Math.round(millis), requests, Long::sum);
    }
  }
}
