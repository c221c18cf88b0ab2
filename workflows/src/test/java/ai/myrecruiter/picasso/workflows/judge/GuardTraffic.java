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
 * letter. Shares drift, burst and cluster as they like, the same for both versions.
 */
final class GuardTraffic {
  /** In milliseconds; the shares of slower requests are {@link #SLOWER}. */
  static final List<Long> THRESHOLDS = List.of(100L, 400L, 800L, 2_000L);

  private static final List<Double> SLOWER = List.of(0.5, 0.1, 0.05, 0.01);
  private static final double THROTTLED = 0.01;
  private static final double LOST = 0.002;
  private static final double KEPT_IN_A_CLUSTER = 0.8;

  private final RandomGenerator random;
  private final Traffic.Shape shape;
  private final double effect;
  private final Sums stable = new Sums();
  private final Sums candidate = new Sums();
  private double luck = 1;

  private GuardTraffic(RandomGenerator random, Traffic.Shape shape, double effect) {
    this.random = random;
    this.shape = shape;
    this.effect = effect;
  }

  /**
   * The looks of one rollout.
   *
   * @param effect by which the new version's shares are larger, 1 for a healthy one
   * @param attempts a look
   * @param looks a stage
   */
  static List<CumulativeCounts> rollout(
      RandomGenerator random, Traffic.Shape shape, double effect, int attempts, int looks) {
    var traffic = new GuardTraffic(random, shape, effect);
    var factor = factor(random, shape, looks * Traffic.RAMP.size());
    var all = new ArrayList<CumulativeCounts>();
    for (var look = 0; look < looks * Traffic.RAMP.size(); look++) {
      var share = Traffic.RAMP.get(look / looks);
      for (var i = 0; i < attempts; i++) {
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

  /** In a cluster an attempt has the luck of the one before, whichever version that went to. */
  private void attempt(boolean isNew, double factor) {
    if (shape != Traffic.Shape.CLUSTERED || random.nextDouble() >= KEPT_IN_A_CLUSTER) {
      luck = random.nextDouble();
    }
    var scale = factor * (isNew ? effect : 1);
    (isNew ? candidate : stable).add(luck, scale, random.nextDouble() < LOST * scale);
  }

  private CumulativeCounts sums() {
    return new CumulativeCounts(
        Optional.of(stable.reading()), Optional.of(candidate.reading()), Optional.empty());
  }

  private static final class Sums {
    private final Long[] slow = new Long[SLOWER.size()];
    private long requests;
    private long throttles;
    private long lost;

    Sums() {
      Arrays.fill(slow, 0L);
    }

    void add(double luck, double scale, boolean lostLetter) {
      if (luck > 1 - Math.min(0.4, THROTTLED * scale)) {
        throttles++;
        return;
      }
      requests++;
      lost += lostLetter ? 1 : 0;
      for (var i = 0; i < slow.length; i++) {
        slow[i] += luck < Math.min(0.55, SLOWER.get(i) * scale) ? 1 : 0;
      }
    }

    Reading reading() {
      return new Reading(requests, 0, requests, requests, List.of(slow), throttles, lost);
    }
  }
}
