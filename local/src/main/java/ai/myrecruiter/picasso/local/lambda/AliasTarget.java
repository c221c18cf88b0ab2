package ai.myrecruiter.picasso.local.lambda;

import java.util.Map;
import java.util.Optional;

/**
 * Where an alias sends its invocations.
 *
 * @param version gets what the additional version does not
 * @param additional the version that gets a share
 */
record AliasTarget(String version, Optional<Share> additional) {
  /**
   * A version's share of the invocations.
   *
   * @param weight 0 to 1
   */
  record Share(String version, double weight) {}

  /** The target of a routing configuration as calls give it. */
  static AliasTarget of(String version, Map<String, Double> weights) {
    if (weights.size() > 1) {
      throw LambdaErrors.invalid(
          "Number of items in AdditionalVersionWeights cannot be greater than 1, it is %d"
              .formatted(weights.size()));
    }
    return new AliasTarget(
        version,
        weights.entrySet().stream().findAny().map(e -> new Share(e.getKey(), e.getValue())));
  }

  /** The share of every version, 0 to 1. */
  Map<String, Double> shares() {
    return additional
        .map(share -> Map.of(version, 1 - share.weight(), share.version(), share.weight()))
        .orElse(Map.of(version, 1.0));
  }

  /** The routing configuration as calls give it. */
  Map<String, Double> weights() {
    return additional.map(share -> Map.of(share.version(), share.weight())).orElse(Map.of());
  }
}
