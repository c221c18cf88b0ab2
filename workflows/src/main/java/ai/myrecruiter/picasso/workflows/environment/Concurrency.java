package ai.myrecruiter.picasso.workflows.environment;

/**
 * Reserved concurrency: what a function gets whatever others use, and never more.
 *
 * @param chat of the master function, 1 to 1000
 * @param streaming of the streaming function, 1 to 1000
 */
public record Concurrency(int chat, int streaming) {
  /** Checks the ranges. */
  public Concurrency {
    EnvironmentRules.CONCURRENCY.require("$.chat", (double) chat);
    EnvironmentRules.CONCURRENCY.require("$.streaming", (double) streaming);
  }
}
