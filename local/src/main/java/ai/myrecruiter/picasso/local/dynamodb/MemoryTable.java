package ai.myrecruiter.picasso.local.dynamodb;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** One table: its items in the order of their keys. */
final class MemoryTable {
  private final CreateTableRequest request;
  private final KeySchema schema;
  private final NavigableMap<ItemKey, StoredItem> items = new TreeMap<>();

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

  Optional<StoredItem> find(ItemKey key) {
    return Optional.ofNullable(items.get(key));
  }

  void put(ItemKey key, StoredItem item) {
    items.put(key, item);
  }

  NavigableMap<ItemKey, StoredItem> items() {
    return items;
  }
}
