package ai.myrecruiter.picasso.workflows.cost;

import static ai.myrecruiter.picasso.workflows.cost.Assumption.LOG_BYTES;
import static ai.myrecruiter.picasso.workflows.cost.Assumption.TASK_MILLIS;

import java.math.BigDecimal;
import java.util.List;

/**
 * What one rollout used, counted while it ran.
 *
 * @param executions of state machines
 * @param transitions of states, retries included
 * @param invocations of task functions
 * @param writeUnits of DynamoDB
 * @param readUnits of DynamoDB, halves for reads that need not be consistent
 * @param metricsRead metrics that GetMetricData was asked for
 * @param otherRequests other calls of CloudWatch, such as DescribeAlarms
 */
public record RolloutUsage(
    long executions,
    long transitions,
    long invocations,
    long writeUnits,
    BigDecimal readUnits,
    long metricsRead,
    long otherRequests) {

  /** The usage of one rollout. */
  List<Usage> usages(Template template, Assumptions assume) {
    var calls = BigDecimal.valueOf(invocations);
    var memory = template.taskMemory();
    var millis = assume.get(TASK_MILLIS);
    return List.of(
        Usage.of("state machines", Meter.STEP_TRANSITIONS, transitions, "counted"),
        Usage.of("state machines", Meter.TRACES, executions, "executions, counted"),
        Usage.of("task functions", Meter.LAMBDA_REQUESTS, invocations, "counted"),
        new Usage(
            "task functions",
            Meter.LAMBDA_DURATION,
            Amounts.gigabyteSeconds(calls, millis, memory),
            "counted x %s ms x %d MB".formatted(Amounts.plain(millis), memory)),
        Usage.of("records and lease", Meter.DYNAMODB_WRITES, writeUnits, "counted"),
        new Usage("records and lease", Meter.DYNAMODB_READS, readUnits, "counted"),
        Usage.of("judge", Meter.METRICS_READ, metricsRead, "counted"),
        Usage.of("alarms looked at", Meter.CLOUDWATCH_REQUESTS, otherRequests, "counted"),
        new Usage(
            "log groups",
            Meter.LOGS_WRITTEN,
            Amounts.gigabytes(
                calls.add(BigDecimal.valueOf(transitions)).multiply(assume.get(LOG_BYTES))),
            "invocations and transitions x log-bytes"));
  }
}
