package ai.myrecruiter.picasso.cli.demo;

import ai.myrecruiter.picasso.cli.view.Numbers;
import ai.myrecruiter.picasso.workflows.rollout.AliasWeights;

/** An alias's weights in words. */
final class AliasText {
  private AliasText() {}

  static String of(AliasWeights weights) {
    var first = Numbers.plain(100 - weights.percent()) + " % on version " + weights.primary();
    return weights
        .secondary()
        .map(second ->
            "%s, %s %% on version %s".formatted(first, Numbers.plain(weights.percent()), second))
        .orElse(first);
  }
}
