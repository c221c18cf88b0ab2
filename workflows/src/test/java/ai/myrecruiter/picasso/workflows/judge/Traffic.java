package ai.myrecruiter.picasso.workflows.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Traffic of a rollout for simulations: at each look, requests at random to one of two versions,
 * and errors of a rate that may change as it likes, on a ramp of 1, 10, 50 and 95 percent.
 */
final class Traffic {
  static final List<Double> RAMP = List.of(0.01, 0.1, 0.5, 0.95);

  /** How the error rate of the old version goes over the looks, and whether errors come in groups. */
  enum Shape {
    CONSTANT,
    DRIFTING,
    BURSTY,
    CLUSTERED
  }

  private Traffic() {}

  /**
   * The blocks of one rollout.
   *
   * @param rate mean error rate
   * @param odds odds ratio of the new version, 1 for a healthy one
   * @param requests a look
   * @param looks a stage
   */
  static List<Block> rollout(
      RandomGenerator random, Shape shape, double rate, double odds, int requests, int looks) {
    var rates = rates(random, shape, rate, looks * RAMP.size());
    var blocks = new ArrayList<Block>();
    for (var look = 0; look < looks * RAMP.size(); look++) {
      var share = RAMP.get(look / looks);
      var p = rates.applyAsDouble(look);
      blocks.add(block(random, shape, share, p, odds, requests));
    }
    return blocks;
  }

  private static IntToDoubleFunction rates(
      RandomGenerator random, Shape shape, double rate, int looks) {
    var slope = random.nextDouble(-0.9, 3) / looks;
    var burst = random.nextInt(5, 20);
    return switch (shape) {
      case CONSTANT, CLUSTERED -> _ -> rate;
      case DRIFTING -> look -> Math.min(0.5, rate * (1 + slope * look));
      case BURSTY -> look -> look % burst == 0 ? Math.min(0.5, 20 * rate) : rate;
    };
  }

  /** Clustered: an incident fails some requests in a row, whichever version serves them. */
  private static Block block(
      RandomGenerator random, Shape shape, double share, double p, double odds, int requests) {
    var worse = odds * p / (1 - p + odds * p);
    var cluster = shape == Shape.CLUSTERED ? 5 : 1;
    var counts = new long[4];
    var failing = 0;
    for (var i = 0; i < requests; i++) {
      var isNew = random.nextDouble() < share;
      if (failing == 0 && random.nextDouble() < p / cluster) {
        failing = cluster;
      }
      var extra = isNew && random.nextDouble() < (worse - p) / (1 - p);
      counts[isNew ? 1 : 0]++;
      counts[isNew ? 3 : 2] += failing > 0 || extra ? 1 : 0;
      failing = Math.max(0, failing - 1);
    }
    return new Block(counts[0], counts[1], counts[2], counts[3]);
  }
}
