package ai.myrecruiter.picasso.local.engine.data;

import com.fasterxml.jackson.databind.JsonNode;

/** The kinds of value that {@code IsString} and its like tell apart. */
public enum Kind {
  /** There is a value at all. */
  PRESENT,
  /** The value is null. */
  NULL,
  /** The value is a string. */
  STRING,
  /** The value is a number. */
  NUMERIC,
  /** The value is true or false. */
  BOOLEAN,
  /** The value is a string that is an RFC 3339 timestamp. */
  TIMESTAMP;

  /** Whether a value that is there is of this kind. */
  boolean matches(JsonNode value) {
    return switch (this) {
      case PRESENT -> true;
      case NULL -> value.isNull();
      case STRING -> value.isTextual();
      case NUMERIC -> value.isNumber();
      case BOOLEAN -> value.isBoolean();
      case TIMESTAMP -> value.isTextual() && Timestamps.parse(value.textValue()).isPresent();
    };
  }
}
