package ai.myrecruiter.picasso.workflows.cost;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** Something that a template cannot say and an estimate needs; the report lists every one. */
public enum Assumption {
  /** Answers of the assistant. */
  REQUESTS("requests", "300000", "1e12", "answers of the assistant a month"),
  /** Conversations. */
  CONVERSATIONS("conversations", "30000", "1e12", "conversations a month"),
  /** Calls of the master function. */
  CALLS("calls", "6", "10000", "calls of the master function a conversation, such as for tokens"),
  /** Answers that take the legacy route. */
  LEGACY_PERCENT("legacy-percent", "1", "100", "percent of the answers that take the legacy route"),
  /** Tokens to the model. */
  INPUT_TOKENS("input-tokens", "1500", "1e6", "tokens given to the model for an answer"),
  /** Tokens from the model. */
  OUTPUT_TOKENS("output-tokens", "300", "1e6", "tokens of an answer"),
  /** Work of the guardrail. */
  GUARDRAIL_UNITS(
      "guardrail-units", "0", "1e6", "text units of the guardrail a conversation, 0 without one"),
  /** Time of an answer. */
  ANSWER_MILLIS("answer-millis", "4000", "900000", "mean duration of an answer in milliseconds"),
  /** Time of a call. */
  CALL_MILLIS("call-millis", "60", "900000", "mean duration of another call in milliseconds"),
  /** Time of a task. */
  TASK_MILLIS("task-millis", "250", "900000", "mean duration of a task function in milliseconds"),
  /** Size of an answer. */
  ANSWER_BYTES("answer-bytes", "4000", "1e9", "bytes of an answer on the wire"),
  /** Size of the log. */
  LOG_BYTES("log-bytes", "1500", "1e9", "bytes of log an invocation"),
  /** Writes. */
  WRITES("writes", "3", "10000", "write units of DynamoDB an answer"),
  /** Reads. */
  READS("reads", "5", "10000", "read units of DynamoDB an answer"),
  /** Size of tables. */
  TABLE_GB("table-gb", "1", "1e9", "GB in all tables together"),
  /** Our own metrics. */
  CUSTOM_METRICS("custom-metrics", "60", "1e6", "metrics of the payload, by name and dimensions"),
  /** Calls of KMS. */
  KMS_REQUESTS("kms-requests", "200000", "1e12", "calls of KMS a month by tables, secrets, topics"),
  /** Calls of Secrets Manager. */
  SECRET_REQUESTS("secret-requests", "50000", "1e12", "reads of secrets a month"),
  /** Notifications. */
  NOTIFICATIONS("notifications", "200", "1e9", "notifications a month, each to one mail address"),
  /** Evidence. */
  EVIDENCE_GB("evidence-gb", "1", "1e9", "GB of evidence and access logs in buckets"),
  /** Objects of evidence. */
  EVIDENCE_OBJECTS("evidence-objects", "2000", "1e9", "objects written to buckets a month"),
  /** Rollouts. */
  ROLLOUTS("rollouts", "8", "100000", "rollouts of the plan a month"),
  /** Items audited. */
  ITEMS("items", "1000000", "1e12", "items that a purge audit looks at"),
  /** Size of an item. */
  ITEM_BYTES("item-bytes", "1024", "409600", "mean size of an item in bytes"),
  /** Overdue items. */
  OVERDUE_PERCENT("overdue-percent", "1", "100", "percent of the items that a purge audit deletes");

  private final String id;
  private final BigDecimal standard;
  private final BigDecimal most;
  private final String text;

  Assumption(String id, String standard, String most, String text) {
    this.id = id;
    this.standard = new BigDecimal(standard);
    this.most = new BigDecimal(most);
    this.text = text;
  }

  /** The name in reports, and with two dashes the option. */
  @JsonValue
  public String id() {
    return id;
  }

  /** What is taken when nobody says otherwise. */
  public BigDecimal standard() {
    return standard;
  }

  /** The most that is believed; the least is zero. */
  public BigDecimal most() {
    return most;
  }

  /** What it is. */
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return id;
  }
}
