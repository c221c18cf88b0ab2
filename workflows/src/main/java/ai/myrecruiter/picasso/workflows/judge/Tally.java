package ai.myrecruiter.picasso.workflows.judge;

import ai.myrecruiter.picasso.workflows.InvalidInput;

/**
 * What CloudWatch says of one version: sums since the first shift of the rollout. They may be
 * revised and errors may arrive before their requests, so no more is asked of them than to be 0 or
 * more.
 *
 * @param requests sum of requests
 * @param errors sum of errors
 */
public record Tally(long requests, long errors) {
  /** Nothing seen. */
  public static final Tally NONE = new Tally(0, 0);

  /** Refuses negative sums. */
  public Tally {
    InvalidInput.unless(
        requests >= 0 && errors >= 0,
        "$.requests",
        requests + " with " + errors + " errors",
        "must be 0 or more",
        "read the metrics again");
  }
}
