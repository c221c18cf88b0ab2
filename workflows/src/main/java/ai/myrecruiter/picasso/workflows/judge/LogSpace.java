package ai.myrecruiter.picasso.workflows.judge;

import java.util.Collection;

/** Arithmetic on numbers given by their natural logarithms. */
final class LogSpace {
  private LogSpace() {}

  /** ln of the mean of e^x. */
  static double logMean(Collection<Double> logs) {
    var largest = logs.stream().mapToDouble(x -> x).max().orElseThrow();
    var sum = 0.0;
    for (var x : logs) {
      sum += Math.exp(x - largest);
    }
    return largest + Math.log(sum / logs.size());
  }

  /** e^x, or the largest double where that is more: JSON has no infinity. */
  static double exp(double log) {
    return Math.min(Math.exp(log), Double.MAX_VALUE);
  }
}
