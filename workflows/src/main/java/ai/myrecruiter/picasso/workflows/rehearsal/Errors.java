package ai.myrecruiter.picasso.workflows.rehearsal;

/**
 * How the old version fails.
 *
 * @param rate share of its requests that fail, 0 to 0.5
 * @param clustering how much the rate changes from one minute to the next, for both versions alike:
 *     its coefficient of variation, 0 to 5. 0 is a steady rate, 1 an exponential one, 3 mostly
 *     quiet with bursts
 */
public record Errors(double rate, double clustering) {
  /** Checks the ranges. */
  public Errors {
    ModelRules.ERROR_RATE.require("$.errors.rate", rate);
    ModelRules.CLUSTERING.require("$.errors.clustering", clustering);
  }
}
