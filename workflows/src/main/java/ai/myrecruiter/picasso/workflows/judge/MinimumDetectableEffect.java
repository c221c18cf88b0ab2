package ai.myrecruiter.picasso.workflows.judge;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The smallest odds ratio that a sample would have shown. "No evidence against" says nothing when
 * there was nothing to see; a stage is cleared down to this.
 */
final class MinimumDetectableEffect {
  private static final double LARGEST = 1e6;
  private static final double CLOSE = 1 + 1e-12;

  private MinimumDetectableEffect() {}

  /**
   * The smallest w with k KL(theta_w || share) >= ln(1/alpha) + ln 8, where k is the number of
   * errors on both sides, share the new version's part of the requests, theta_w = w share / (1 -
   * share + w share) its part of the errors under w, and 8 the number of alternatives.
   *
   * @return empty when no odds ratio up to a million would have been seen
   */
  static Optional<Double> of(Counts stable, Counts candidate, double alpha) {
    if (stable.requests() == 0 || candidate.requests() == 0) {
      return Optional.empty();
    }
    var errors = stable.errors() + candidate.errors();
    var requests = stable.requests() + candidate.requests();
    var share = (double) candidate.requests() / requests;
    return smallest(w -> information(w, (double) errors, share), alpha);
  }

  /**
   * The smallest w whose information reaches what alpha asks for.
   *
   * @param information rises with w, in nats
   */
  static Optional<Double> smallest(DoubleUnaryOperator information, double alpha) {
    var needed = StrictMath.log(ErrorProcess.ALTERNATIVES.size() / alpha);
    if (information.applyAsDouble(LARGEST) < needed) {
      return Optional.empty();
    }
    var low = 1.0;
    var high = LARGEST;
    while (high > low * CLOSE) {
      var middle = Math.sqrt(low * high);
      if (information.applyAsDouble(middle) >= needed) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return Optional.of(high);
  }

  /** What a number of errors tells of w, in nats: errors times KL(theta_w || share). */
  static double information(double w, double errors, double share) {
    var scale = 1 - share + w * share;
    var theta = w * share / scale;
    return errors * (theta * StrictMath.log(w) - StrictMath.log(scale));
  }
}
