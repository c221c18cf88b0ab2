package ai.myrecruiter.picasso.workflows.judge;

import java.util.List;

/**
 * Arithmetic on numbers given by their natural logarithms; strict, so that a replay on any machine
 * gives the same bits.
 */
final class LogSpace {
  private LogSpace() {}

  /** ln of the mean of e^x; at least one x. */
  static double logMean(List<Double> logs) {
    var largest = Double.NEGATIVE_INFINITY;
    for (var x : logs) {
      largest = Math.max(largest, x);
    }
    var sum = 0.0;
    for (var x : logs) {
      sum += StrictMath.exp(x - largest);
    }
    return largest + StrictMath.log(sum / logs.size());
  }

  /** e^x, or the largest double where that is more: JSON has no infinity. */
  static double exp(double log) {
    return Math.min(StrictMath.exp(log), Double.MAX_VALUE);
  }
}
