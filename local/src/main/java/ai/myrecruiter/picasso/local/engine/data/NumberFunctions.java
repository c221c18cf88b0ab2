package ai.myrecruiter.picasso.local.engine.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** The intrinsic functions on numbers, and those that draw from the seeded randomness. */
final class NumberFunctions {
  private NumberFunctions() {}

  static JsonNode add(Arguments arguments) {
    return number(Math.addExact(arguments.integer(0), arguments.integer(1)));
  }

  /** From the first number, inclusive, to the second, exclusive; a third one is the seed. */
  static JsonNode random(Arguments arguments, RandomGenerator random) {
    long from = arguments.integer(0);
    long to = arguments.integer(1);
    if (from >= to) {
      throw new IllegalArgumentException(
          "the first number, %d, must be less than the second, %d".formatted(from, to));
    }
    var source =
        arguments.count() == 3
            ? RandomGeneratorFactory.of("L64X128MixRandom").create(arguments.integer(2))
            : random;
    return number(source.nextLong(from, to));
  }

  static JsonNode uuid(RandomGenerator random) {
    return Json.text(RandomIds.uuid(random));
  }

  private static JsonNode number(long value) {
    return value == (int) value ? IntNode.valueOf((int) value) : LongNode.valueOf(value);
  }
}
