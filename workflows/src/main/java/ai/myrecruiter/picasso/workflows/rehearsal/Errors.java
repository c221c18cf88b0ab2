package ai.myrecruiter.picasso.workflows.rehearsal;

/**
 * How the old version fails.
 *
 * @param rate share of its requests that fail, 0 to 0.5
 * @param clustering how much the rate changes from one minute to the next, for both versions alike:
 *     its coefficient of variation, 0 to 5. 0 is a steady rate, 1 an exponential one, 3 mostly
 *     quiet with bursts
 * @param handled share of the failures, of both versions, that the payload answers itself with a
 *     500 and counts in its own metrics, 0 to 1; Lambda counts the others, which end the function
 */
public record Errors(double rate, double clustering, double handled) {
  /** Checks the ranges. */
  public Errors {
    ModelRules.ERROR_RATE.require("$.errors.rate", rate);
    ModelRules.CLUSTERING.require("$.errors.clustering", clustering);
    ModelRules.SHARE.require("$.errors.handled", handled);
  }

  /** Failures that all end the function. */
  public Errors(double rate, double clustering) {
    this(rate, clustering, 0);
  }
}
