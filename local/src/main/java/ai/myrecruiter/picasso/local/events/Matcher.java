package ai.myrecruiter.picasso.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One alternative that a field of an event may meet. */
sealed interface Matcher {
  /** Whether a value meets it; the value is missing when the event does not have the field. */
  boolean matches(JsonNode value);

  /** The value itself, of the same JSON type. */
  record Exactly(JsonNode value) implements Matcher {
    @Override
    public boolean matches(JsonNode actual) {
      return (value.isNumber() && actual.isNumber())
          ? value.decimalValue().compareTo(actual.decimalValue()) == 0
          : value.equals(actual);
    }
  }

  /** A text that begins with another. */
  record Prefix(String prefix) implements Matcher {
    @Override
    public boolean matches(JsonNode actual) {
      return actual.isTextual() && actual.asText().startsWith(prefix);
    }
  }

  /** Any value that is there, except these. */
  record AnythingBut(List<Matcher> excluded) implements Matcher {
    @Override
    public boolean matches(JsonNode actual) {
      return !actual.isMissingNode()
          && excluded.stream().noneMatch(matcher -> matcher.matches(actual));
    }
  }

  /** A number within limits. */
  record Numeric(List<Limit> limits) implements Matcher {
    @Override
    public boolean matches(JsonNode actual) {
      return actual.isNumber()
          && limits.stream().allMatch(limit -> limit.holds(actual.doubleValue()));
    }
  }

  /** One side of a range, such as {@code <= 5}. */
  record Limit(String operator, double bound) {
    boolean holds(double value) {
      return switch (operator) {
        case "<" -> value < bound;
        case "<=" -> value <= bound;
        case ">" -> value > bound;
        case ">=" -> value >= bound;
        default -> value == bound;
      };
    }
  }

  /** Whether the field is there at all. */
  record Exists(boolean wanted) implements Matcher {
    @Override
    public boolean matches(JsonNode actual) {
      return wanted != actual.isMissingNode();
    }
  }
}
