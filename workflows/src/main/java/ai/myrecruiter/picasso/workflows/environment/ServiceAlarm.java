package ai.myrecruiter.picasso.workflows.environment;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Every alarm on the payload, with what it watches and what it does unless an environment differs.
 */
public enum ServiceAlarm {
  /** Share of the chat function's invocations through the alias that failed. */
  @JsonProperty("chat-errors")
  CHAT_ERRORS("chat-errors", Watched.CHAT, Severity.ROLLBACK, false),
  /** Share of the chat function's invocations that it answered itself with 500 or above. */
  @JsonProperty("chat-server-errors")
  CHAT_SERVER_ERRORS("chat-server-errors", Watched.CHAT, Severity.ROLLBACK, false),
  /** Attempts at the chat function to reach another tenant's data. */
  @JsonProperty("cross-tenant-attempts")
  CROSS_TENANT_ATTEMPTS("cross-tenant-attempts", Watched.CHAT, Severity.CONTAIN, true),
  /** Answers of the chat function to requests whose token was never verified. */
  @JsonProperty("jwt-bypass")
  JWT_BYPASS("jwt-bypass", Watched.CHAT, Severity.CONTAIN, true),
  /** Calls of DynamoDB by the chat function that were throttled in spite of retries. */
  @JsonProperty("dynamodb-throttling")
  DYNAMODB_THROTTLING("dynamodb-throttling", Watched.CHAT, Severity.ROLLBACK, false),
  /** Share of the streaming function's invocations through the alias that failed. */
  @JsonProperty("streaming-errors")
  STREAMING_ERRORS("streaming-errors", Watched.STREAMING, Severity.ROLLBACK, false),
  /** Share of the streaming function's invocations that it refused itself with 500 or above. */
  @JsonProperty("streaming-server-errors")
  STREAMING_SERVER_ERRORS("streaming-server-errors", Watched.STREAMING, Severity.ROLLBACK, false),
  /** Time to the first token of a stream. */
  @JsonProperty("streaming-latency")
  STREAMING_LATENCY("streaming-latency", Watched.STREAMING, Severity.ROLLBACK, false),
  /** Attempts at the streaming function to reach another tenant's data. */
  @JsonProperty("streaming-cross-tenant-attempts")
  STREAMING_CROSS_TENANT_ATTEMPTS(
      "streaming-cross-tenant-attempts", Watched.STREAMING, Severity.CONTAIN, true),
  /** Streams to requests whose token was never verified. */
  @JsonProperty("streaming-jwt-bypass")
  STREAMING_JWT_BYPASS("streaming-jwt-bypass", Watched.STREAMING, Severity.CONTAIN, true),
  /** Calls of DynamoDB by the streaming function that were throttled in spite of retries. */
  @JsonProperty("streaming-dynamodb-throttling")
  STREAMING_DYNAMODB_THROTTLING(
      "streaming-dynamodb-throttling", Watched.STREAMING, Severity.ROLLBACK, false);

  /** A function of the payload. */
  public enum Watched {
    /** The master function. */
    CHAT,
    /** The streaming function. */
    STREAMING
  }

  private final String text;
  private final Watched watched;
  private final Severity standard;
  private final boolean isolation;

  ServiceAlarm(String text, Watched watched, Severity standard, boolean isolation) {
    this.text = text;
    this.watched = watched;
    this.standard = standard;
    this.isolation = isolation;
  }

  /** The last part of the alarm's name, in kebab case. */
  public String text() {
    return text;
  }

  /** The function that it watches. */
  public Watched watched() {
    return watched;
  }

  /** What it does unless an environment says otherwise. */
  public Severity standard() {
    return standard;
  }

  /** Whether it tells that tenants are no longer kept apart, which nobody may only be told of. */
  public boolean isolation() {
    return isolation;
  }
}
