package ai.myrecruiter.picasso.workflows.judge;

import ai.myrecruiter.picasso.workflows.InvalidInput;

/**
 * Requests and how many of them failed.
 *
 * @param requests 0 or more
 * @param errors 0 to {@code requests}
 */
public record Counts(long requests, long errors) {
  /** No requests. */
  public static final Counts NONE = new Counts(0, 0);

  /** Refuses more errors than requests; raw readings, where that occurs, are a {@link Tally}. */
  public Counts {
    InvalidInput.unless(
        errors >= 0 && errors <= requests,
        "$.errors",
        errors + " of " + requests,
        "must be 0 to the number of requests",
        "carry errors that came before their requests");
  }

  Counts plus(Counts more) {
    return new Counts(requests + more.requests, errors + more.errors);
  }

  Counts minus(Counts less) {
    return new Counts(requests - less.requests, errors - less.errors);
  }

  /** Share of requests that failed, 0 to 1; 0 without requests. */
  public double errorRate() {
    return requests == 0 ? 0 : (double) errors / requests;
  }
}
