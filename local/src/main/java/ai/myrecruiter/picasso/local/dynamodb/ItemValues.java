package ai.myrecruiter.picasso.local.dynamodb;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attribute values as DynamoDB keeps, compares and limits them. */
final class ItemValues {
  private static final int MOST_DIGITS = 38;
  private static final int LARGEST_ITEM = 400 * 1024;

  private ItemValues() {}

  /** The item as it is kept: numbers in their shortest form. */
  static Map<String, AttributeValue> normal(Map<String, AttributeValue> item) {
    var kept = new HashMap<String, AttributeValue>();
    item.forEach((name, value) -> kept.put(name, normal(value)));
    return kept;
  }

  /** The size of an item in bytes, its names included, if it is within the limit. */
  static long checkedSize(Map<String, AttributeValue> item) {
    long size = 0;
    for (var attribute : item.entrySet()) {
      size += utf8(attribute.getKey()).length + size(attribute.getValue());
    }
    if (size > LARGEST_ITEM) {
      throw DynamoDbErrors.invalid("Item size has exceeded the maximum allowed size");
    }
    return size;
  }

  /** The values of a request's expressions, each legal. */
  static Map<String, AttributeValue> given(Map<String, AttributeValue> values) {
    var given = new TreeMap<String, AttributeValue>();
    for (var value : values.entrySet()) {
      try {
        given.put(value.getKey(), normal(value.getValue()));
      } catch (AwsServiceException refused) {
        throw DynamoDbErrors.invalid(
            "ExpressionAttributeValues contains invalid value: %s for key %s"
                .formatted(refused.awsErrorDetails().errorMessage(), value.getKey()));
      }
    }
    return given;
  }

  private static AttributeValue normal(AttributeValue value) {
    return switch (value.type()) {
      case N -> AttributeValue.fromN(shortest(value.n()));
      case S, BOOL, NUL -> value;
      case SS -> AttributeValue.fromSs(set(value.ss()));
      case B, NS, BS, M, L, UNKNOWN_TO_SDK_VERSION ->
          throw new UnsupportedOperationException(
              "tables in memory keep S, N, BOOL, NULL and SS, not %s: open the stage with DynamoDB Local, or implement it"
                  .formatted(value.type()));
    };
  }

  /** A set has no order, at least one member and none twice. */
  private static List<String> set(List<String> members) {
    if (members.isEmpty()) {
      throw DynamoDbErrors.invalid(
          "One or more parameter values were invalid: An string set  may not be empty");
    }
    var sorted = members.stream().sorted().toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).equals(sorted.get(i - 1))) {
        throw DynamoDbErrors.invalid(
            "One or more parameter values were invalid: Input collection %s contains duplicates"
                .formatted(members));
      }
    }
    return sorted;
  }

  private static String shortest(String number) {
    var value = number(number);
    if (value.precision() > MOST_DIGITS) {
      throw DynamoDbErrors.invalid(
          "Attempting to store more than 38 significant digits in a Number");
    }
    return value.signum() == 0 ? "0" : value.toPlainString();
  }

  private static BigDecimal number(String number) {
    try {
      return new BigDecimal(number).stripTrailingZeros();
    } catch (NumberFormatException e) {
      throw DynamoDbErrors.invalid("A value provided cannot be converted into a number");
    }
  }

  private static long size(AttributeValue value) {
    return switch (value.type()) {
      case S -> utf8(value.s()).length;
      case N -> value.n().length() / 2 + 1;
      case SS -> value.ss().stream().mapToLong(member -> utf8(member).length).sum();
      default -> 1;
    };
  }

  /** Values of different types are different. */
  static boolean equal(AttributeValue one, AttributeValue two) {
    return one.type() == two.type() && comparable(one, two, () -> one.equals(two) ? 0 : 1) == 0;
  }

  /** The order of two texts (by their UTF-8 bytes) or two numbers. */
  static int compare(AttributeValue one, AttributeValue two) {
    return comparable(
        one,
        two,
        () -> {
          throw new IllegalArgumentException("no order of %s and %s".formatted(one, two));
        });
  }

  private static int comparable(AttributeValue one, AttributeValue two, Supplier<Integer> other) {
    if (one.s() != null && two.s() != null) {
      return one.s().equals(two.s()) ? 0 : Arrays.compareUnsigned(utf8(one.s()), utf8(two.s()));
    }
    if (one.n() != null && two.n() != null) {
      return number(one.n()).compareTo(number(two.n()));
    }
    return other.get();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
