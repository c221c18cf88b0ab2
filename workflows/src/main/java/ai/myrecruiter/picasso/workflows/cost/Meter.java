package ai.myrecruiter.picasso.workflows.cost;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;

/** Something that AWS counts and bills. A price list has a price for each. */
public enum Meter {
  /** Invocations of functions. */
  LAMBDA_REQUESTS("lambda-requests", "invocations"),
  /** Memory times time of functions on arm64. */
  LAMBDA_DURATION("lambda-duration-arm64", "GB-seconds"),
  /** State transitions of Standard workflows, retries included. */
  STEP_TRANSITIONS("step-functions-transitions", "transitions"),
  /** On-demand writes: one for each KB of an item. */
  DYNAMODB_WRITES("dynamodb-writes", "write units"),
  /** On-demand reads: one for each 4 KB read consistently. */
  DYNAMODB_READS("dynamodb-reads", "read units"),
  /** Stored in tables. */
  DYNAMODB_STORAGE("dynamodb-storage", "GB-months"),
  /** Size of tables with point-in-time recovery, whatever its window. */
  DYNAMODB_RECOVERY("dynamodb-point-in-time-recovery", "GB-months"),
  /** Written to log groups of CloudWatch Logs. */
  LOGS_WRITTEN("logs-written", "GB"),
  /** Kept in log groups. */
  LOGS_STORED("logs-stored", "GB-months"),
  /** Metrics watched by alarms, by the minute. */
  ALARM_METRICS("alarm-metrics", "alarm metrics"),
  /** Metrics watched by alarms, by less than a minute. */
  ALARM_METRICS_FAST("alarm-metrics-high-resolution", "alarm metrics"),
  /** Composite alarms. */
  COMPOSITE_ALARMS("composite-alarms", "alarms"),
  /** Metrics of our own: each name under each set of dimensions. */
  CUSTOM_METRICS("custom-metrics", "metrics"),
  /** Metrics asked for by GetMetricData. */
  METRICS_READ("metrics-read", "metrics"),
  /** Other calls of CloudWatch, such as DescribeAlarms. */
  CLOUDWATCH_REQUESTS("cloudwatch-requests", "requests"),
  /** Dashboards. */
  DASHBOARDS("dashboards", "dashboards"),
  /** Customer-managed keys. */
  KMS_KEYS("kms-keys", "keys"),
  /** Calls of KMS with symmetric keys. */
  KMS_REQUESTS("kms-requests", "requests"),
  /** Calls of KMS with elliptic curve keys, such as signing. */
  KMS_SIGNATURES("kms-signatures", "requests"),
  /** Secrets. */
  SECRETS("secrets", "secrets"),
  /** Calls of Secrets Manager. */
  SECRET_REQUESTS("secret-requests", "requests"),
  /** Messages published to topics. */
  SNS_PUBLISHED("sns-published", "requests"),
  /** Messages delivered by mail. */
  SNS_MAILED("sns-mailed", "mails"),
  /** Invocations by EventBridge Scheduler. */
  SCHEDULER_INVOCATIONS("scheduler-invocations", "invocations"),
  /** Requests to HTTP APIs. */
  HTTP_API_REQUESTS("http-api-requests", "requests"),
  /** Requests to queues. */
  SQS_REQUESTS("sqs-requests", "requests"),
  /** Stored in buckets. */
  S3_STORAGE("s3-storage", "GB-months"),
  /** PUT, COPY, POST and LIST. */
  S3_WRITES("s3-writes", "requests"),
  /** GET and the rest. */
  S3_READS("s3-reads", "requests"),
  /** Traces recorded by X-Ray. */
  TRACES("traces", "traces"),
  /** Tokens given to the model. */
  MODEL_INPUT("model-input", "tokens"),
  /** Tokens that the model answers. */
  MODEL_OUTPUT("model-output", "tokens"),
  /** Thousand characters looked at by the guardrail's filter for personal information. */
  GUARDRAIL_UNITS("guardrail-units", "text units"),
  /** Sent to the internet. */
  DATA_OUT("data-out", "GB");

  private final String id;
  private final String unit;

  Meter(String id, String unit) {
    this.id = id;
    this.unit = unit;
  }

  /** The name in price lists and reports. */
  @JsonValue
  public String id() {
    return id;
  }

  /** What one of it is. */
  public String unit() {
    return unit;
  }

  /** Every name. */
  static List<String> ids() {
    return Arrays.stream(values()).map(Meter::id).toList();
  }

  @Override
  public String toString() {
    return id;
  }
}
