package ai.myrecruiter.picasso.local.engine.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Compares two values of one type.
 *
 * @param type what both must be, or the comparison is false
 * @param relation what must hold between them
 */
public record Operator(Type type, Relation relation) {
  /** The types that are compared. */
  public enum Type {
    /** Strings by their UTF-16 units. */
    STRING,
    /** Numbers by value. */
    NUMERIC,
    /** True and false. */
    BOOLEAN,
    /** Timestamps by the instant they name. */
    TIMESTAMP
  }

  /** The relations that are tested. */
  public enum Relation {
    /** The same value. */
    EQUALS,
    /** Less, or earlier. */
    LESS_THAN,
    /** Greater, or later. */
    GREATER_THAN,
    /** Not greater. */
    LESS_THAN_EQUALS,
    /** Not less. */
    GREATER_THAN_EQUALS,
    /** A text against a pattern in which an asterisk stands for any characters. */
    MATCHES
  }

  /** Whether the relation holds between a value and an operand. */
  boolean test(JsonNode value, JsonNode operand) {
    if (relation == Relation.MATCHES) {
      return value.isTextual()
          && operand.isTextual()
          && wildcard(operand.textValue()).matcher(value.textValue()).matches();
    }
    return order(value, operand).map(this::accepts).orElse(false);
  }

  private boolean accepts(int order) {
    return switch (relation) {
      case EQUALS, MATCHES -> order == 0;
      case LESS_THAN -> order < 0;
      case GREATER_THAN -> order > 0;
      case LESS_THAN_EQUALS -> order <= 0;
      case GREATER_THAN_EQUALS -> order >= 0;
    };
  }

  private Optional<Integer> order(JsonNode a, JsonNode b) {
    return switch (type) {
      case STRING ->
          a.isTextual() && b.isTextual()
              ? Optional.of(a.textValue().compareTo(b.textValue()))
              : Optional.empty();
      case NUMERIC ->
          a.isNumber() && b.isNumber()
              ? Optional.of(a.decimalValue().compareTo(b.decimalValue()))
              : Optional.empty();
      case BOOLEAN ->
          a.isBoolean() && b.isBoolean()
              ? Optional.of(Boolean.compare(a.booleanValue(), b.booleanValue()))
              : Optional.empty();
      case TIMESTAMP ->
          Timestamps.parse(a.asText()).flatMap(x -> Timestamps.parse(b.asText()).map(x::compareTo));
    };
  }

  private static Pattern wildcard(String text) {
    var pattern = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '*') {
        pattern.append(".*");
      } else {
        boolean escaped = c == '\\' && i + 1 < text.length();
        pattern.append(Pattern.quote(String.valueOf(escaped ? text.charAt(++i) : c)));
      }
    }
    return Pattern.compile(pattern.toString(), Pattern.DOTALL);
  }
}
