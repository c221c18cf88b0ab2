package ai.myrecruiter.picasso.runtime.telemetry;

/** The fields of a log line whose value is a constant of some {@code enum}. */
public enum Word {
  /** HTTP method. */
  METHOD("method"),
  /** Route or step. */
  ACTION("action"),
  /** Stable code of what went wrong. */
  ERROR_CODE("errorCode"),
  /** How it ended. */
  OUTCOME("outcome"),
  /** Why it ended so. */
  REASON("reason"),
  /** What the line says is broken or works. */
  DEPENDENCY("dependency"),
  /** What a token is for. */
  PURPOSE("purpose"),
  /** Whether a client streams or waits for the whole answer. */
  MODE("mode");

  private final String field;

  Word(String field) {
    this.field = field;
  }

  String field() {
    return field;
  }
}
