package ai.myrecruiter.picasso.workflows.judge;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The stratified conditional e-process of errors. Null: each request would have failed or not
 * whichever version served it, and the router chose the version at random; then the new version's
 * errors in a block are hypergeometric given the block's totals, whatever the error rate, its
 * drift, the traffic or the weights. For each alternative odds ratio w, e(w) = w^eB / M(w) has mean
 * 1, and so has any product over looks and any average over alternatives. By Ville's inequality the
 * chance that it ever reaches 1/alpha is at most alpha, however often one looks.
 *
 * <p>Sources: Lindon and Malek, arXiv 2011.03567; Turner, Ly and Gruenwald, arXiv 2106.02693.
 *
 * @param logProducts for each of {@link #ALTERNATIVES} the natural logarithm of its product so far
 */
public record ErrorProcess(@JsonValue List<Double> logProducts) {
  /** The odds ratios that are tried against "no difference". */
  public static final List<Double> ALTERNATIVES =
      List.of(1.25, 1.5, 2.0, 3.0, 5.0, 10.0, 30.0, 100.0);

  private static final double[] LOG_ALTERNATIVES =
      ALTERNATIVES.stream().mapToDouble(StrictMath::log).toArray();

  /** Before the first look. */
  public static final ErrorProcess START =
      new ErrorProcess(Collections.nCopies(ALTERNATIVES.size(), 0.0));

  /** Copies the products. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ErrorProcess {
    logProducts = List.copyOf(logProducts);
    InvalidInput.unless(
        logProducts.size() == ALTERNATIVES.size()
            && logProducts.stream().allMatch(Double::isFinite),
        "$.logProducts",
        logProducts,
        "must be " + ALTERNATIVES.size() + " finite numbers",
        "judge the rollout from its first look again");
  }

  /** The process after one more block; unchanged by a block that says nothing. */
  public ErrorProcess observe(Block block) {
    if (!block.informative()) {
      return this;
    }
    var moments = new HypergeometricMoments(block);
    var products = new ArrayList<Double>(ALTERNATIVES.size());
    for (var i = 0; i < ALTERNATIVES.size(); i++) {
      var logW = LOG_ALTERNATIVES[i];
      var logMean = moments.logMean(ALTERNATIVES.get(i), logW);
      products.add(logProducts.get(i) + block.eB() * logW - logMean);
    }
    return new ErrorProcess(products);
  }

  /**
   * The process after a block in which the new version may have up to some odds ratio for a reason
   * that is not held against it. The alternatives are multiples of that ratio: e(w odds) / e(odds)
   * has mean 1 when the odds ratio is {@code odds}, and less when it is smaller.
   *
   * @param odds 1 or more, finite; known from the block's totals and from blocks before it
   */
  ErrorProcess observe(Block block, double odds) {
    if (!block.informative()) {
      return this;
    }
    var moments = new HypergeometricMoments(block);
    var logOdds = StrictMath.log(odds);
    var logNull = moments.logMeanAtLeast(odds, logOdds);
    var products = new ArrayList<Double>(ALTERNATIVES.size());
    for (var i = 0; i < ALTERNATIVES.size(); i++) {
      var logW = LOG_ALTERNATIVES[i];
      var logMean = moments.logMean(ALTERNATIVES.get(i) * odds, logW + logOdds);
      products.add(logProducts.get(i) + block.eB() * logW - (logMean - logNull));
    }
    return new ErrorProcess(products);
  }

  /** Natural logarithm of the e-value: the mean of the products. Always finite. */
  public double logE() {
    return LogSpace.logMean(logProducts);
  }

  /**
   * Evidence that the new version is no worse than x w: the e-value of "the odds ratio is w or
   * more" against "it is 1", for the largest alternative w up to an effect. The likelihood ratio is
   * monotone, so it holds for every odds ratio above w too.
   *
   * @return empty when no alternative is that small
   */
  public Optional<Double> nonInferiority(double effect) {
    var index = -1;
    while (index + 1 < ALTERNATIVES.size() && ALTERNATIVES.get(index + 1) <= effect) {
      index++;
    }
    return index < 0 ? Optional.empty() : Optional.of(LogSpace.exp(-logProducts.get(index)));
  }
}
