package ai.myrecruiter.picasso.workflows.judge;

import ai.myrecruiter.picasso.workflows.Property;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.judge.AlphaSpending.Spender;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Many rollouts judged by the tests that guard, latency and throttles. {@code tests/monte-carlo.sh}
 * runs it long.
 */
final class GuardMonteCarlo {
  private static final Criteria CRITERIA =
      new Criteria(
          new VersionNumber(1), new VersionNumber(2), new AlphaSpending(MonteCarlo.ALPHA), 3);

  private GuardMonteCarlo() {}

  /**
   * The largest evidence of each run at any look.
   *
   * @param latency natural logarithms of e-values
   * @param throttles natural logarithms of e-values
   */
  record Peaks(List<Double> latency, List<Double> throttles) {
    static double share(List<Double> peaks, double alpha) {
      return (double) peaks.stream().filter(peak -> peak >= Math.log(1 / alpha)).count()
          / peaks.size();
    }

    /** Three standard errors of a share of alpha. */
    double band(double alpha) {
      return 3 * Math.sqrt(alpha * (1 - alpha) / latency.size());
    }
  }

  /**
   * Runs with looks of 10 requests a second.
   *
   * @param effect by which the new version's shares are larger, 1 for a healthy one
   * @param seconds between looks, 10 or 60
   */
  static Peaks run(Traffic.Shape shape, double effect, int seconds, int runs, long seed) {
    var peaks = new Peaks(new ArrayList<>(), new ArrayList<>());
    var looks = seconds == 10 ? 30 : 10;
    for (var run = 0; run < runs; run++) {
      var random = Property.random(seed * 1_000_003L + run);
      var state = JudgeState.start(GuardTraffic.THRESHOLDS);
      var rollout = GuardTraffic.rollout(random, shape, effect, 10 * seconds, looks);
      for (var i = 0; i < rollout.size(); i++) {
        var at = i % looks == 0 ? state.newStage() : state;
        state = at.look("look-" + i, rollout.get(i), CRITERIA);
      }
      peaks.latency().add(state.latency().peakLogE());
      peaks.throttles().add(state.refusals().peakLogE());
    }
    return peaks;
  }

  /** Prints the shares of runs rolled back, by test. */
  static void print(int runs, long seed) {
    System.out.println();
    System.out.println("| scenario | latency | throttles |");
    System.out.println("|---|---|---|");
    var spending = CRITERIA.spending();
    for (var effect : List.of(1.0, 1.5, 3.0)) {
      for (var shape : Traffic.Shape.values()) {
        for (var seconds : List.of(10, 60)) {
          var peaks = run(shape, effect, seconds, runs, seed);
          System.out.printf(
              Locale.ROOT,
              "| %s, %d s looks, slow and refused x %s | %.2f %% | %.2f %% |%n",
              shape.name().toLowerCase(Locale.ROOT),
              seconds,
              Words.number(effect),
              100 * Peaks.share(peaks.latency(), spending.of(Spender.LATENCY)),
              100 * Peaks.share(peaks.throttles(), spending.of(Spender.THROTTLES)));
        }
      }
    }
  }
}
