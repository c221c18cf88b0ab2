package ai.myrecruiter.picasso.workflows.judge;

import ai.myrecruiter.picasso.workflows.Property;
import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.VersionNumber;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Many rollouts of a version against the same code or a worse one, judged by the judge and, on the
 * same traffic, by the rules that others use. {@code tests/monte-carlo.sh} runs it long.
 */
final class MonteCarlo {
  static final double ALPHA = 0.01;
  static final double OBJECTIVE = 0.01;
  private static final Criteria CRITERIA =
      new Criteria(
          new VersionNumber(1),
          new VersionNumber(2),
          new AlphaSpending(ALPHA),
          3,
          Optional.of(OBJECTIVE));

  private MonteCarlo() {}

  /** One kind of rollout. */
  record Scenario(
      Traffic.Shape shape, double rate, double odds, int requests, int looks, String name) {
    static Scenario of(Traffic.Shape shape, double rate, double odds, int seconds) {
      var name =
          "%s, %s looks, errors %s %%, odds x %s"
              .formatted(
                  shape.name().toLowerCase(Locale.ROOT),
                  seconds + " s",
                  Words.number(100 * rate),
                  Words.number(odds));
      return new Scenario(shape, rate, odds, seconds * 10, seconds == 10 ? 30 : 10, name);
    }
  }

  /** How many of a number of runs were rolled back, by rule. */
  record Result(Scenario scenario, int runs, Map<String, Integer> rolledBack) {
    double share(String rule) {
      return (double) rolledBack.getOrDefault(rule, 0) / runs;
    }

    /** Three standard errors of a share of alpha. */
    double band(double alpha) {
      return 3 * Math.sqrt(alpha * (1 - alpha) / runs);
    }
  }

  static Result run(Scenario scenario, int runs, long seed) {
    var rolledBack = new TreeMap<String, Integer>();
    for (var run = 0; run < runs; run++) {
      var blocks =
          Traffic.rollout(
              Property.random(seed * 1_000_003L + run),
              scenario.shape(),
              scenario.rate(),
              scenario.odds(),
              scenario.requests(),
              scenario.looks());
      judge(blocks, scenario.looks()).forEach(rule -> rolledBack.merge(rule, 1, Integer::sum));
      if (RepeatedTest.rollsBack(blocks)) {
        rolledBack.merge("repeated z-test", 1, Integer::sum);
      }
      if (FixedAlarm.rollsBack(blocks, OBJECTIVE)) {
        rolledBack.merge("fixed alarm", 1, Integer::sum);
      }
    }
    return new Result(scenario, runs, rolledBack);
  }

  /** Which tests failed at any look, and {@code any} if one did. */
  private static List<String> judge(List<Block> blocks, int looks) {
    var state = JudgeState.START;
    var sums = new long[4];
    for (var i = 0; i < blocks.size(); i++) {
      var block = blocks.get(i);
      sums[0] += block.nA();
      sums[1] += block.nB();
      sums[2] += block.eA();
      sums[3] += block.eB();
      var at = i % looks == 0 ? state.newStage() : state;
      state =
          at.look(
              "look-" + i,
              CumulativeCounts.of(new Tally(sums[0], sums[2]), new Tally(sums[1], sums[3])),
              CRITERIA);
    }
    var failed =
        Judge.judgement(state, CRITERIA).tests().stream()
            .filter(test -> test.verdict() == Verdict.FAIL)
            .map(TestResult::name)
            .toList();
    return failed.isEmpty() ? failed : Stream.concat(failed.stream(), Stream.of("any")).toList();
  }

  /** Two proportions compared by z > 1.645 on all counts so far, at every look. */
  static final class RepeatedTest {
    private RepeatedTest() {}

    static boolean rollsBack(List<Block> blocks) {
      double nA = 0;
      double nB = 0;
      double eA = 0;
      double eB = 0;
      for (var block : blocks) {
        nA += block.nA();
        nB += block.nB();
        eA += block.eA();
        eB += block.eB();
        var pooled = (eA + eB) / (nA + nB);
        var error = Math.sqrt(pooled * (1 - pooled) * (1 / nA + 1 / nB));
        if (nB > 0 && error > 0 && (eB / nB - eA / nA) / error > 1.645) {
          return true;
        }
      }
      return false;
    }
  }

  /** Two looks in a row in which the new version's error rate is above a number. */
  static final class FixedAlarm {
    private FixedAlarm() {}

    static boolean rollsBack(List<Block> blocks, double rate) {
      var before = false;
      for (var block : blocks) {
        var above = block.nB() > 0 && (double) block.eB() / block.nB() > rate;
        if (above && before) {
          return true;
        }
        before = above;
      }
      return false;
    }
  }

  /** Runs everything: {@code MonteCarlo RUNS [SEED]}. */
  public static void main(String... arguments) {
    var runs = Integer.parseInt(arguments[0]);
    var seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
    System.out.printf("%d runs each, seed %d, alpha %s%n%n", runs, seed, ALPHA);
    System.out.println("| scenario | judge | errors | objective | repeated z-test | fixed alarm |");
    System.out.println("|---|---|---|---|---|---|");
    for (var odds : List.of(1.0, 2.0, 5.0, 20.0)) {
      for (var shape : Traffic.Shape.values()) {
        for (var seconds : List.of(10, 60)) {
          print(run(Scenario.of(shape, 0.005, odds, seconds), runs, seed));
        }
      }
    }
    GuardMonteCarlo.print(runs, seed);
  }

  private static void print(Result result) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f %% | %.2f %% | %.2f %% | %.1f %% | %.1f %% |%n",
        result.scenario().name(),
        100 * result.share("any"),
        100 * result.share("errors"),
        100 * result.share("objective"),
        100 * result.share("repeated z-test"),
        100 * result.share("fixed alarm"));
  }
}
