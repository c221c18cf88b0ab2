package ai.myrecruiter.picasso.workflows.judge;

import ai.myrecruiter.picasso.workflows.Property;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import ai.myrecruiter.picasso.workflows.judge.AlphaSpending.Spender;
import ai.myrecruiter.picasso.workflows.judge.GuardTraffic.Candidate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Many rollouts judged by the tests that guard, latency and throttles. {@code tests/monte-carlo.sh}
 * runs it long.
 */
final class GuardMonteCarlo {
  private static final Criteria CRITERIA =
      new Criteria(
          new VersionNumber(1), new VersionNumber(2), new AlphaSpending(MonteCarlo.ALPHA), 3);

  /** In their order. */
  private static final Map<String, Candidate> SCENARIOS = scenarios();

  private GuardMonteCarlo() {}

  private static Map<String, Candidate> scenarios() {
    var scenarios = new LinkedHashMap<String, Candidate>();
    scenarios.put("healthy", Candidate.HEALTHY);
    scenarios.put("healthy, 1 % cold starts", new Candidate(1, 0.01, false));
    scenarios.put("slow and refused x 1.5", Candidate.worse(1.5));
    scenarios.put("slow and refused x 3", Candidate.worse(3));
    scenarios.put("twice as long", new Candidate(1, 0, true));
    scenarios.put("twice as long, 1 % cold starts", new Candidate(1, 0.01, true));
    return scenarios;
  }

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
   * Runs with 10 requests a second.
   *
   * @param seconds between looks, 10 or 60
   */
  static Peaks run(Traffic.Shape shape, Candidate version, int seconds, int runs, long seed) {
    var peaks = new Peaks(new ArrayList<>(), new ArrayList<>());
    var looks = seconds == 10 ? 30 : 10;
    for (var run = 0; run < runs; run++) {
      var random = Property.random(seed * 1_000_003L + run);
      var state = JudgeState.start(GuardTraffic.THRESHOLDS);
      var rollout = GuardTraffic.rollout(random, shape, version, seconds, looks);
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
    SCENARIOS.forEach((name, version) -> {
      for (var shape : Traffic.Shape.values()) {
        for (var seconds : List.of(10, 60)) {
          var peaks = run(shape, version, seconds, runs, seed);
          System.out.printf(
              Locale.ROOT,
              "| %s, %d s looks, %s | %.2f %% | %.2f %% |%n",
              shape.name().toLowerCase(Locale.ROOT),
              seconds,
              name,
              100 * Peaks.share(peaks.latency(), spending.of(Spender.LATENCY)),
              100 * Peaks.share(peaks.throttles(), spending.of(Spender.THROTTLES)));
        }
      }
    });
  }
}
