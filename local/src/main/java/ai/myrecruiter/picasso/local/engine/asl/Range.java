package ai.myrecruiter.picasso.local.engine.asl;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;

/** The numbers that a field takes, both ends included. */
record Range(long least, long most) {
  /** What is wrong with a number, or nothing. */
  Optional<String> complaint(JsonNode number) {
    var value = number.decimalValue();
    if (value.compareTo(BigDecimal.valueOf(least)) < 0) {
      return Optional.of("Minimum value is " + least);
    }
    return value.compareTo(BigDecimal.valueOf(most)) > 0
        ? Optional.of("Maximum value is " + most)
        : Optional.empty();
  }
}
