package ai.myrecruiter.picasso.local.engine.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** The intrinsic functions of the language, with the number of arguments each takes. */
enum Intrinsic {
  ARRAY("Array", 0, 99),
  ARRAY_PARTITION("ArrayPartition", 2, 2),
  ARRAY_CONTAINS("ArrayContains", 2, 2),
  ARRAY_RANGE("ArrayRange", 3, 3),
  ARRAY_GET_ITEM("ArrayGetItem", 2, 2),
  ARRAY_LENGTH("ArrayLength", 1, 1),
  ARRAY_UNIQUE("ArrayUnique", 1, 1),
  BASE64_ENCODE("Base64Encode", 1, 1),
  BASE64_DECODE("Base64Decode", 1, 1),
  HASH("Hash", 2, 2),
  JSON_MERGE("JsonMerge", 3, 3),
  STRING_TO_JSON("StringToJson", 1, 1),
  JSON_TO_STRING("JsonToString", 1, 1),
  MATH_RANDOM("MathRandom", 2, 3),
  MATH_ADD("MathAdd", 2, 2),
  STRING_SPLIT("StringSplit", 2, 2),
  UUID("UUID", 0, 0),
  FORMAT("Format", 1, 99);

  private static final Map<String, Intrinsic> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toMap(f -> f.title, Function.identity()));

  private final String title;
  private final int fewest;
  private final int most;

  Intrinsic(String title, int fewest, int most) {
    this.title = "States." + title;
    this.fewest = fewest;
    this.most = most;
  }

  /** The function of a name such as {@code States.Format}. */
  static Optional<Intrinsic> named(String title) {
    return Optional.ofNullable(BY_NAME.get(title));
  }

  /** Refuses a number of arguments that the function does not take. */
  void checkCount(int count) {
    if (count < fewest || count > most) {
      throw new IllegalArgumentException(
          "%s takes %s arguments and got %d"
              .formatted(title, fewest == most ? fewest : fewest + " to " + most, count));
    }
  }

  /** Calls the function; an {@link IllegalArgumentException} says what it does not accept. */
  JsonNode apply(Arguments arguments, RandomGenerator random) {
    return switch (this) {
      case ARRAY -> ArrayFunctions.of(arguments);
      case ARRAY_PARTITION -> ArrayFunctions.partition(arguments);
      case ARRAY_CONTAINS -> ArrayFunctions.contains(arguments);
      case ARRAY_RANGE -> ArrayFunctions.range(arguments);
      case ARRAY_GET_ITEM -> ArrayFunctions.item(arguments);
      case ARRAY_LENGTH -> ArrayFunctions.length(arguments);
      case ARRAY_UNIQUE -> ArrayFunctions.unique(arguments);
      case BASE64_ENCODE -> TextFunctions.encode(arguments);
      case BASE64_DECODE -> TextFunctions.decode(arguments);
      case HASH -> TextFunctions.hash(arguments);
      case JSON_MERGE -> TextFunctions.merge(arguments);
      case STRING_TO_JSON -> TextFunctions.parse(arguments);
      case JSON_TO_STRING -> TextFunctions.write(arguments);
      case MATH_RANDOM -> NumberFunctions.random(arguments, random);
      case MATH_ADD -> NumberFunctions.add(arguments);
      case STRING_SPLIT -> TextFunctions.split(arguments);
      case UUID -> NumberFunctions.uuid(random);
      case FORMAT -> Format.apply(arguments);
    };
  }
}
