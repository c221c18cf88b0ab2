package ai.myrecruiter.picasso.local.dynamodb;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** One table: its items in the order of their keys. */
final class MemoryTable {
  private final CreateTableRequest request;
  private final KeySchema schema;
  private final NavigableMap<ItemKey, Map<String, AttributeValue>> items = new TreeMap<>();

  private MemoryTable(CreateTableRequest request, KeySchema schema) {
    this.request = request;
    this.schema = schema;
  }

  static MemoryTable of(CreateTableRequest request) {
    return new MemoryTable(request, KeySchema.of(request));
  }

  TableDescription description() {
    return TableDescription.builder()
        .tableName(request.tableName())
        .keySchema(request.keySchema())
        .attributeDefinitions(request.attributeDefinitions())
        .tableStatus(TableStatus.ACTIVE)
        .build();
  }

  KeySchema schema() {
    return schema;
  }

  Optional<Map<String, AttributeValue>> find(ItemKey key) {
    return Optional.ofNullable(items.get(key));
  }

  void put(ItemKey key, Map<String, AttributeValue> item) {
    items.put(key, Map.copyOf(item));
  }

  NavigableMap<ItemKey, Map<String, AttributeValue>> items() {
    return items;
  }
}
