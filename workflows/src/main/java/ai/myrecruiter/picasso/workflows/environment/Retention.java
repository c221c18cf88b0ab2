package ai.myrecruiter.picasso.workflows.environment;

import java.time.Duration;

/**
 * How long things are kept.
 *
 * @param messages life of a message: 24 hours, as the payload writes it
 * @param summaries life of a summary: 7 days, as the payload writes it
 * @param logs one of the retentions that CloudWatch Logs has, 1 day to 10 years
 * @param recovery how far back a table can be restored, 1 to 35 days
 * @param evidence how long nobody can delete evidence, 1 day to 10 years
 * @param keepData whether tables, keys and logs outlive their stack and refuse deletion
 */
public record Retention(
    Duration messages,
    Duration summaries,
    Duration logs,
    Duration recovery,
    Duration evidence,
    boolean keepData) {
  /** Checks the ranges. */
  public Retention {
    EnvironmentRules.MESSAGES.require("$.messages", messages);
    EnvironmentRules.SUMMARIES.require("$.summaries", summaries);
    EnvironmentRules.LOGS.require("$.logs", logs);
    EnvironmentRules.RECOVERY.require("$.recovery", recovery);
    EnvironmentRules.EVIDENCE.require("$.evidence", evidence);
  }
}
