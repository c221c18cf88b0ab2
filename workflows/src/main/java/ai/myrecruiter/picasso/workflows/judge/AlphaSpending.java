package ai.myrecruiter.picasso.workflows.judge;

import ai.myrecruiter.picasso.workflows.InvalidInput;

/**
 * How the budget of false rollbacks of one rollout is spent among the tests that may cause one. The
 * shares add up to 1, so all tests together stay within it.
 *
 * @param alpha the budget, above 0 and below 1
 */
public record AlphaSpending(double alpha) {
  /** Refuses what is not a probability. */
  public AlphaSpending {
    InvalidInput.unless(
        alpha > 0 && alpha < 1, "$.alpha", alpha, "must be above 0 and below 1", "use 0.01");
  }

  /** A test that may cause a rollback, with its share of the budget. */
  public enum Spender {
    /** The error test. */
    ERRORS(0.4),
    /** The absolute objective. */
    OBJECTIVE(0.3),
    /** The latency test. */
    LATENCY(0.2),
    /** Throttles and dead letters. */
    THROTTLES(0.1);

    private final double share;

    Spender(double share) {
      this.share = share;
    }
  }

  /** The part of the budget that a test may spend. */
  public double of(Spender spender) {
    return alpha * spender.share;
  }

  /** The e-value at which a test has spent its part: 1 over it. */
  public double limit(Spender spender) {
    return 1 / of(spender);
  }
}
