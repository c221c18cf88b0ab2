package ai.myrecruiter.picasso.workflows.judge;

import java.util.Optional;

/**
 * The Mantel-Haenszel estimate of the odds ratio over blocks: each block is compared within itself,
 * so that a change of weights between stages does not bias it.
 *
 * @param against sum of eB (nA - eA) / n
 * @param inFavour sum of eA (nB - eB) / n
 */
public record OddsRatio(double against, double inFavour) {
  /** Before the first block. */
  public static final OddsRatio START = new OddsRatio(0, 0);

  OddsRatio observe(Block block) {
    if (!block.informative()) {
      return this;
    }
    double n = block.n();
    return new OddsRatio(
        against + block.eB() * (block.nA() - block.eA()) / n,
        inFavour + block.eA() * (block.nB() - block.eB()) / n);
  }

  /** The estimate; empty while the old version has no errors to compare with. */
  public Optional<Double> estimate() {
    return inFavour == 0 ? Optional.empty() : Optional.of(against / inFavour);
  }
}
