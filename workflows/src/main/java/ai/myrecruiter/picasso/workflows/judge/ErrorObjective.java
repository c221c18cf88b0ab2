package ai.myrecruiter.picasso.workflows.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The new version's errors against an absolute objective p*. It holds without any traffic on the
 * old version, and is muted in every look in which the old version itself breaks p*: a sick old
 * version must not block its fix. Given the old version's counts each look multiplies the evidence
 * by a likelihood ratio, so that the product is an e-process while the new version keeps p*.
 *
 * @param heard what of the new version was not muted, over the whole rollout
 * @param peakLogE natural logarithm of the largest e-value so far
 * @param muted whether the last look was
 */
public record ErrorObjective(Counts heard, double peakLogE, boolean muted) {
  /** Before the first look. */
  public static final ErrorObjective START = new ErrorObjective(Counts.NONE, 0, false);

  /** How sure one has to be that the objective is kept: 1 - this. */
  static final double DOUBT = 0.05;

  private static final List<Double> MULTIPLES = List.of(2.0, 5.0, 10.0);
  private static final List<Double> RATES = List.of(0.25, 0.5, 0.9);
  private static final List<Double> FRACTIONS = List.of(0.0, 0.1, 0.5);

  /** The objective after a look, given what is new in it. */
  ErrorObjective look(Comparison before, Comparison after, double objective) {
    if (breaks(before.stable(), after.stable(), objective)) {
      return new ErrorObjective(heard, peakLogE, true);
    }
    var more = heard.plus(after.candidate().used().minus(before.candidate().used()));
    return new ErrorObjective(more, Math.max(peakLogE, logE(more, objective)), false);
  }

  /** Whether the old version breaks the objective, in this look or in this stage. */
  private static boolean breaks(Side before, Side after, double objective) {
    return after.used().minus(before.used()).errorRate() > objective
        || after.stage().errorRate() > objective;
  }

  /** Natural logarithm of the evidence against the objective. */
  double logE(double objective) {
    return logE(heard, objective);
  }

  private static double logE(Counts counts, double objective) {
    var rates =
        DoubleStream.concat(
            MULTIPLES.stream().mapToDouble(multiple -> multiple * objective),
            RATES.stream().mapToDouble(rate -> rate));
    return mean(rates.filter(p -> p > objective && p < 1), counts, objective);
  }

  /**
   * Natural logarithm of the evidence that a rate is below an objective: at 1/{@link #DOUBT} it
   * surely is. Without errors that takes about 3.5/p* requests.
   */
  static double logKept(Counts counts, double objective) {
    return mean(
        FRACTIONS.stream().mapToDouble(fraction -> fraction * objective), counts, objective);
  }

  private static double mean(DoubleStream rates, Counts counts, double objective) {
    var logs = new ArrayList<Double>();
    rates.forEach(p -> logs.add(logRatio(p, counts, objective)));
    return LogSpace.logMean(logs);
  }

  /** ln of (p/p*)^e ((1-p)/(1-p*))^(n-e); a rate of 0 is impossible once there is an error. */
  private static double logRatio(double p, Counts counts, double objective) {
    double good = counts.requests() - counts.errors();
    var ofGood = good * (StrictMath.log1p(-p) - StrictMath.log1p(-objective));
    if (counts.errors() == 0) {
      return ofGood;
    }
    return p == 0 ? -Double.MAX_VALUE : ofGood + counts.errors() * StrictMath.log(p / objective);
  }
}
