package ai.myrecruiter.picasso.local.rehearsal.baseline;

import java.util.Arrays;

/**
 * Kayenta's classification of one metric: the 98 % confidence interval of the shift between canary
 * and baseline (Hodges and Lehmann) against a tolerance of 25 % of the estimated shift. High means
 * that the whole interval is above the tolerance. Equal data and a single value pass.
 *
 * <p>The interval is the order-statistic one with the normal approximation; R, which Kayenta
 * called, corrects it for ties. Source: Kayenta's MannWhitneyClassifier (tolerance 0.25, confidence
 * 0.98); Hollander and Wolfe, Nonparametric Statistical Methods, chapter 4.
 */
final class MannWhitney {
  private static final double TOLERANCE = 0.25;

  /** Two-sided 98 %. */
  private static final double Z = 2.3263478740408408;

  private MannWhitney() {}

  /** Whether the canary is classified as High, which for errors is bad. */
  static boolean high(double[] baseline, double[] canary) {
    if (baseline.length == 0 || canary.length == 0) {
      return false;
    }
    var differences = differences(baseline, canary);
    double estimate = median(differences);
    return lower(differences, baseline.length, canary.length) > TOLERANCE * Math.abs(estimate);
  }

  private static double[] differences(double[] baseline, double[] canary) {
    var differences = new double[baseline.length * canary.length];
    int next = 0;
    for (double one : canary) {
      for (double other : baseline) {
        differences[next++] = one - other;
      }
    }
    Arrays.sort(differences);
    return differences;
  }

  private static double median(double[] sorted) {
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static double lower(double[] sorted, int m, int n) {
    double deviation = Math.sqrt(m * n * (m + n + 1) / 12.0);
    long rank = Math.round(m * n / 2.0 - Z * deviation);
    return rank < 1 ? Double.NEGATIVE_INFINITY : sorted[(int) rank - 1];
  }
}
