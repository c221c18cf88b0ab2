package ai.myrecruiter.picasso.workflows.judge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Traffic of a rollout for simulations of the tests that guard: at each look, attempts at random to
 * one of two versions, some throttled, the others slow to a degree and some with a lost dead
 * letter. Shares drift, burst and cluster as they like, the same for both versions; the new one may
 * be cold besides. Durations are counted by stage, after its warm-up.
 */
final class GuardTraffic {
  /** In milliseconds; the shares of slower requests are {@link #SLOWER}. */
  static final List<Long> THRESHOLDS = List.of(100L, 400L, 800L, 2_000L);

  private static final List<Double> SLOWER = List.of(0.5, 0.1, 0.05, 0.01);

  /** The same when all of a log-normal distribution with a spread of 0.5 takes twice as long. */
  private static final List<Double> SLOWER_TWOFOLD = List.of(0.917, 0.542, 0.398, 0.174);

  private static final int WARM_UP_SECONDS = 120;
  private static final double THROTTLED = 0.01;
  private static final double LOST = 0.002;
  private static final double KEPT_IN_A_CLUSTER = 0.8;

  /**
   * What is wrong with a new version.
   *
   * @param effect by which its shares are larger, 1 for a healthy one
   * @param coldShare share of its requests that are slower than every threshold by a cold start
   * @param twofold whether everything takes twice as long
   */
  record Candidate(double effect, double coldShare, boolean twofold) {
    static final Candidate HEALTHY = worse(1);

    static Candidate worse(double effect) {
      return new Candidate(effect, 0, false);
    }

    List<Double> slower() {
      return twofold ? SLOWER_TWOFOLD : SLOWER;
    }
  }

  private final RandomGenerator random;
  private final Traffic.Shape shape;
  private final Candidate version;
  private final Sums stable = new Sums();
  private final Sums candidate = new Sums();
  private double luck = 1;

  private GuardTraffic(RandomGenerator random, Traffic.Shape shape, Candidate version) {
    this.random = random;
    this.shape = shape;
    this.version = version;
  }

  /**
   * The looks of one rollout.
   *
   * @param seconds a look, with ten attempts each
   * @param looks a stage
   */
  static List<CumulativeCounts> rollout(
      RandomGenerator random, Traffic.Shape shape, Candidate version, int seconds, int looks) {
    var traffic = new GuardTraffic(random, shape, version);
    var factor = factor(random, shape, looks * Traffic.RAMP.size());
    var all = new ArrayList<CumulativeCounts>();
    for (var look = 0; look < looks * Traffic.RAMP.size(); look++) {
      var share = Traffic.RAMP.get(look / looks);
      traffic.warm(look % looks * seconds);
      for (var i = 0; i < 10 * seconds; i++) {
        traffic.attempt(random.nextDouble() < share, factor.applyAsDouble(look));
      }
      all.add(traffic.sums());
    }
    return all;
  }

  private static IntToDoubleFunction factor(
      RandomGenerator random, Traffic.Shape shape, int looks) {
    var slope = random.nextDouble(-0.9, 3) / looks;
    var burst = random.nextInt(5, 20);
    return switch (shape) {
      case CONSTANT, CLUSTERED -> _ -> 1;
      case DRIFTING -> look -> 1 + slope * look;
      case BURSTY -> look -> look % burst == 0 ? 8 : 1;
    };
  }

  /** Durations count from the end of a stage's warm-up, from nothing. */
  private void warm(int secondsOfStage) {
    for (var side : List.of(stable, candidate)) {
      if (secondsOfStage == 0) {
        side.newStage();
      }
      side.warm = secondsOfStage >= WARM_UP_SECONDS;
    }
  }

  /** In a cluster an attempt has the luck of the one before, whichever version that went to. */
  private void attempt(boolean isNew, double factor) {
    if (shape != Traffic.Shape.CLUSTERED || random.nextDouble() >= KEPT_IN_A_CLUSTER) {
      luck = random.nextDouble();
    }
    var scale = factor * (isNew ? version.effect() : 1);
    var lost = random.nextDouble() < LOST * scale;
    if (isNew) {
      var cold = version.coldShare() > 0 && random.nextDouble() < version.coldShare();
      candidate.add(luck, scale, lost, version.slower(), cold);
    } else {
      stable.add(luck, scale, lost, SLOWER, false);
    }
  }

  private CumulativeCounts sums() {
    return new CumulativeCounts(
        Optional.of(stable.reading()), Optional.of(candidate.reading()), Optional.empty());
  }

  private static final class Sums {
    private final Long[] slow = new Long[SLOWER.size()];
    private boolean warm;
    private long requests;
    private long timed;
    private long throttles;
    private long lost;

    Sums() {
      newStage();
    }

    void newStage() {
      Arrays.fill(slow, 0L);
      timed = 0;
    }

    void add(double luck, double scale, boolean lostLetter, List<Double> slower, boolean cold) {
      if (luck > 1 - Math.min(0.4, THROTTLED * scale)) {
        throttles++;
        return;
      }
      requests++;
      lost += lostLetter ? 1 : 0;
      timed += warm ? 1 : 0;
      for (var i = 0; i < slow.length && warm; i++) {
        var share = slower.get(i);
        slow[i] += cold || luck < Math.max(share, Math.min(0.55, share * scale)) ? 1 : 0;
      }
    }

    Reading reading() {
      return new Reading(requests, 0, requests, timed, List.of(slow), throttles, lost);
    }
  }
}
