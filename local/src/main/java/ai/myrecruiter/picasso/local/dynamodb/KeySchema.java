package ai.myrecruiter.picasso.local.dynamodb;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * The primary key of a table.
 *
 * @param partition name of the partition key
 * @param sort name of the sort key, if there is one
 * @param types S or N, by name
 */
record KeySchema(String partition, Optional<String> sort, Map<String, ScalarAttributeType> types) {
  private static final int LONGEST_SORT = 1024;
  private static final int LONGEST_PARTITION = 2048;

  static KeySchema of(CreateTableRequest request) {
    UnusedFields.refuse(request, "TableName", "BillingMode", "KeySchema", "AttributeDefinitions");
    var types = new HashMap<String, ScalarAttributeType>();
    request
        .attributeDefinitions()
        .forEach(definition -> types.put(definition.attributeName(), definition.attributeType()));
    return new KeySchema(
        name(request, KeyType.HASH).orElseThrow(), name(request, KeyType.RANGE), Map.copyOf(types));
  }

  private static Optional<String> name(CreateTableRequest request, KeyType type) {
    return request.keySchema().stream()
        .filter(element -> element.keyType() == type)
        .map(element -> element.attributeName())
        .findFirst();
  }

  /** The key in a map that must hold nothing else. */
  ItemKey onlyKey(Map<String, AttributeValue> key) {
    int size = sort.isPresent() ? 2 : 1;
    if (key.size() != size) {
      throw DynamoDbErrors.invalid("The number of conditions on the keys is invalid");
    }
    if (!key.containsKey(partition) || !sort.map(key::containsKey).orElse(true)) {
      throw DynamoDbErrors.invalid("One of the required keys was not given a value");
    }
    return keyOf(ItemValues.normal(key));
  }

  /** The key of an item. */
  ItemKey keyOf(Map<String, AttributeValue> item) {
    return new ItemKey(
        value(item, partition, LONGEST_PARTITION),
        sort.map(name -> value(item, name, LONGEST_SORT)));
  }

  private AttributeValue value(Map<String, AttributeValue> item, String name, int longest) {
    var value = item.get(name);
    if (value == null) {
      throw DynamoDbErrors.invalid("One of the required keys was not given a value");
    }
    var type = Optional.ofNullable(types.get(name)).orElseThrow();
    if (!value.type().name().equals(type.name())) {
      throw DynamoDbErrors.invalid(
          "One or more parameter values were invalid: Type mismatch for key");
    }
    if (type == ScalarAttributeType.S && value.s().isEmpty()) {
      throw DynamoDbErrors.emptyKey(name);
    }
    if (type == ScalarAttributeType.S && ItemValues.utf8(value.s()).length > longest) {
      throw DynamoDbErrors.keyTooLong(longest, name.equals(partition));
    }
    return value;
  }
}
