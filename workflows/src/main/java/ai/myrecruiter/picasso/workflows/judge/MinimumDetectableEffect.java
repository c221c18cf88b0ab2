package ai.myrecruiter.picasso.workflows.judge;

import java.util.Optional;

/**
 * The smallest odds ratio that a sample would have shown. "No evidence against" says nothing when
 * there was nothing to see; a stage is cleared down to this.
 */
final class MinimumDetectableEffect {
  private static final double LARGEST = 1e6;
  private static final int HALVINGS = 200;

  private MinimumDetectableEffect() {}

  /**
   * The smallest w with k KL(theta_w || share) >= ln(1/alpha) + ln 8, where k is the number of
   * errors on both sides, share the new version's part of the requests, theta_w = w share / (1 -
   * share + w share) its part of the errors under w, and 8 the number of alternatives.
   *
   * @return empty when no odds ratio up to a million would have been seen
   */
  static Optional<Double> of(Counts stable, Counts candidate, double alpha) {
    var errors = stable.errors() + candidate.errors();
    var requests = stable.requests() + candidate.requests();
    if (errors == 0 || stable.requests() == 0 || candidate.requests() == 0) {
      return Optional.empty();
    }
    var share = (double) candidate.requests() / requests;
    var needed = (Math.log(1 / alpha) + Math.log(ErrorProcess.ALTERNATIVES.size())) / errors;
    if (divergence(LARGEST, share) < needed) {
      return Optional.empty();
    }
    var low = 1.0;
    var high = LARGEST;
    for (var i = 0; i < HALVINGS && low < high; i++) {
      var middle = Math.sqrt(low * high);
      if (divergence(middle, share) >= needed) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return Optional.of(high);
  }

  /** KL(theta_w || share) in nats. */
  private static double divergence(double w, double share) {
    var scale = 1 - share + w * share;
    var theta = w * share / scale;
    return theta * Math.log(w) - Math.log(scale);
  }
}
