package ai.myrecruiter.picasso.runtime.telemetry;

/**
 * The numeric fields of a log line, each with the largest value it can have. The limits are below
 * the smallest number that identifies a person by itself (telephone, record and social security
 * numbers), and a larger value is written as the limit.
 */
public enum Figure {
  /** HTTP status. */
  STATUS("status", 599),
  /** Milliseconds, at most Lambda's 15 minutes. */
  DURATION_MS("durationMs", 900_000),
  /** Milliseconds to the first token. */
  FIRST_TOKEN_MS("firstTokenMs", 900_000),
  /** Tokens of the model. */
  TOKENS("tokens", 1_000_000),
  /** Items read, written or deleted. */
  ITEMS("items", 1_000_000),
  /** Bytes, at most what Lambda carries. */
  BYTES("bytes", 9_999_999),
  /** Which try it was. */
  ATTEMPT("attempt", 1_000);

  private final String field;
  private final long most;

  Figure(String field, long most) {
    this.field = field;
    this.most = most;
  }

  String field() {
    return field;
  }

  long limited(long value) {
    return Math.clamp(value, 0, most);
  }
}
