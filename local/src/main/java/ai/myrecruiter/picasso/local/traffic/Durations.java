package ai.myrecruiter.picasso.local.traffic;

import ai.myrecruiter.picasso.workflows.rehearsal.Latency;
import java.util.HashMap;
import java.util.Map;

/** Draws how many requests took how long: a log-normal distribution in nine steps. */
final class Durations {
  /** Standard scores, one inside each step. */
  private static final double[] SCORES = {-1.4, -0.75, -0.25, 0.25, 0.75, 1.25, 1.75, 2.3, 3};

  /** Mass of a normal distribution up to the steps' upper ends: -1, -0.5, 0, ... 2, 2.6, all. */
  private static final double[] UP_TO = {
    0.158655, 0.308538, 0.5, 0.691462, 0.841345, 0.933193, 0.97725, 0.995339, 1
  };

  private final Draws draws;
  private final Latency latency;

  Durations(Draws draws, Latency latency) {
    this.draws = draws;
    this.latency = latency;
  }

  /**
   * The durations of requests.
   *
   * @param slowdown factor on every duration
   * @param coldShare share of them that meet a cold start
   */
  Map<Double, Long> of(long requests, double slowdown, double coldShare) {
    var durations = new HashMap<Double, Long>();
    long cold = draws.binomial(requests, coldShare);
    add(durations, requests - cold, slowdown, 0);
    add(durations, cold, slowdown, latency.coldMillis());
    return durations;
  }

  private void add(Map<Double, Long> durations, long requests, double slowdown, double more) {
    long left = requests;
    double before = 0;
    for (int step = 0; step < SCORES.length && left > 0; step++) {
      long here = draws.binomial(left, (UP_TO[step] - before) / (1 - before));
      double millis = latency.medianMillis() * Math.exp(latency.spread() * SCORES[step]);
      if (here > 0) {
        durations.merge((double) Math.round(millis * slowdown + more), here, Long::sum);
      }
      left -= here;
      before = UP_TO[step];
    }
  }
}
