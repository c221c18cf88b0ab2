package ai.myrecruiter.picasso.workflows.environment;

/**
 * Where alarms go off.
 *
 * @param errorPercent failed invocations, above 0.1 to 50 percent
 * @param firstTokenMillis p99 of the time to the first token, above 100 to 30000 ms
 * @param crossTenantAttempts in 10 seconds, from 1 on; anything but 1 is refused
 * @param jwtBypasses in 10 seconds, from 1 on; anything but 1 is refused
 * @param throttlesAMinute refused calls of DynamoDB, above 1 to 1000
 */
public record Thresholds(
    double errorPercent,
    int firstTokenMillis,
    int crossTenantAttempts,
    int jwtBypasses,
    int throttlesAMinute) {
  /** Checks the ranges. */
  public Thresholds {
    EnvironmentRules.ERROR_PERCENT.require("$.errorPercent", errorPercent);
    EnvironmentRules.FIRST_TOKEN.require("$.firstTokenMillis", (double) firstTokenMillis);
    EnvironmentRules.ONE.require("$.crossTenantAttempts", (double) crossTenantAttempts);
    EnvironmentRules.ONE.require("$.jwtBypasses", (double) jwtBypasses);
    EnvironmentRules.THROTTLES.require("$.throttlesAMinute", (double) throttlesAMinute);
  }
}
