package ai.myrecruiter.picasso.bench.figure;

import java.util.Arrays;
import java.util.Random;

/** Times of one thing, in any one unit. */
public final class Spread {
  private static final int RESAMPLES = 2_000;
  private final double[] sorted;

  /** The times in any order. */
  public Spread(double... times) {
    sorted = times.clone();
    Arrays.sort(sorted);
  }

  /** The value that a share of all does not exceed. */
  public double at(double share) {
    return sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))];
  }

  /** The middle. */
  public double median() {
    return at(0.5);
  }

  /**
   * The error of this median less another: half the width of the bootstrap's interval of 95 %, from
   * a fixed seed.
   */
  public double errorOfDifference(Spread other) {
    var random = new Random(1);
    var differences = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      differences[i] = resampled(random).median() - other.resampled(random).median();
    }
    var spread = new Spread(differences);
    return (spread.at(0.975) - spread.at(0.025)) / 2;
  }

  private Spread resampled(Random random) {
    return new Spread(
        random.ints(sorted.length, 0, sorted.length).mapToDouble(i -> sorted[i]).toArray());
  }
}
