package ai.myrecruiter.picasso.local.rehearsal.baseline;

import ai.myrecruiter.picasso.local.traffic.Batch;
import ai.myrecruiter.picasso.local.traffic.SideCounts;
import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import ai.myrecruiter.picasso.workflows.rehearsal.RunResult;
import java.time.Duration;
import java.util.Arrays;

/**
 * A canary judged once by a Mann-Whitney test, as Spinnaker's Kayenta does with its default judge:
 * 10 percent of the traffic for 50 minutes, one point a minute and version, then everything or
 * nothing. Source: Spinnaker's canary best practices (at least 50 points for each metric) and
 * Kayenta's NetflixACAJudge.
 *
 * <p>Simplified in its favour: the old version itself is the baseline, with nine times the traffic
 * of the separate one that Kayenta recommends, and the metric is the error rate itself.
 */
final class MannWhitneyCanary implements Baseline {
  private static final int POINTS = 50;
  private static final double SHARE = 0.1;
  private static final Duration REACTION = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "Mann-Whitney of 50 points, as Kayenta";
  }

  @Override
  public RunResult run(Model model, long seed) {
    var exposure = new Exposure(model, seed, SHARE);
    exposure.until(Duration.ofMinutes(1));
    var stable = new double[POINTS];
    var candidate = new double[POINTS];
    int points = 0;
    for (int minute = 2; minute <= POINTS + 1; minute++) {
      Batch served = exposure.until(Duration.ofMinutes(minute));
      if (served.candidate().requests() > 0 && served.stable().requests() > 0) {
        stable[points] = rate(served.stable());
        candidate[points++] = rate(served.candidate());
      }
    }
    var decided = exposure.now().plus(MinuteMetrics.lag(model));
    if (MannWhitney.high(Arrays.copyOf(stable, points), Arrays.copyOf(candidate, points))) {
      return exposure.back(decided.plus(REACTION), "10 %", "judge");
    }
    exposure.until(decided);
    return exposure.stays();
  }

  private static double rate(SideCounts side) {
    return (double) side.errors() / side.requests();
  }
}
