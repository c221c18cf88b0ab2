package ai.myrecruiter.picasso.local.dynamodb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.CreateTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;

/** The calls that tables in memory have. */
final class MemoryCalls {
  private final Map<String, MemoryTable> tables = new HashMap<>();
  private final CapacityMeter meter;

  MemoryCalls(CapacityMeter meter) {
    this.meter = meter;
  }

  public CreateTableResponse createTable(CreateTableRequest request) {
    if (tables.containsKey(request.tableName())) {
      throw DynamoDbErrors.inUse();
    }
    var table = MemoryTable.of(request);
    tables.put(request.tableName(), table);
    return CreateTableResponse.builder().tableDescription(table.description()).build();
  }

  public DescribeTableResponse describeTable(DescribeTableRequest request) {
    return DescribeTableResponse.builder().table(table(request.tableName()).description()).build();
  }

  public DeleteTableResponse deleteTable(DeleteTableRequest request) {
    var gone = table(request.tableName()).description();
    tables.remove(request.tableName());
    return DeleteTableResponse.builder().tableDescription(gone).build();
  }

  public GetItemResponse getItem(GetItemRequest request) {
    UnusedFields.refuse(request, "TableName", "Key", "ConsistentRead", "ExpressionAttributeNames");
    var table = table(request.tableName());
    var found = table.find(table.schema().onlyKey(request.key()));
    meter.read(found.orElse(StoredItem.NONE).size(), Boolean.TRUE.equals(request.consistentRead()));
    return found
        .map(item -> GetItemResponse.builder().item(item.values()).build())
        .orElseGet(() -> GetItemResponse.builder().build());
  }

  public PutItemResponse putItem(PutItemRequest request) {
    UnusedFields.refuse(
        request,
        "TableName",
        "Item",
        "ConditionExpression",
        "ExpressionAttributeNames",
        "ExpressionAttributeValues");
    var table = table(request.tableName());
    var item = StoredItem.of(request.item());
    var key = table.schema().keyOf(item.values());
    var condition =
        Optional.ofNullable(request.conditionExpression())
            .map(text ->
                ConditionParser.parse(
                    "ConditionExpression",
                    text,
                    request.expressionAttributeNames(),
                    ItemValues.given(request.expressionAttributeValues())));
    var before = table.find(key).orElse(StoredItem.NONE);
    meter.wrote(before.size(), item.size());
    if (condition.isPresent() && !condition.get().holds(before.values())) {
      throw DynamoDbErrors.conditionFailed();
    }
    table.put(key, item);
    return PutItemResponse.builder().build();
  }

  public QueryResponse query(QueryRequest request) {
    UnusedFields.refuse(
        request,
        "TableName",
        "KeyConditionExpression",
        "ExpressionAttributeNames",
        "ExpressionAttributeValues",
        "ConsistentRead",
        "ExclusiveStartKey",
        "Limit",
        "ScanIndexForward");
    var page = new MemoryQuery(table(request.tableName()), request).page();
    meter.read(page.size(), Boolean.TRUE.equals(request.consistentRead()));
    return page.answer();
  }

  /** A whole table, which is small enough for one page. */
  public ScanResponse scan(ScanRequest request) {
    UnusedFields.refuse(request, "TableName", "ConsistentRead");
    var items = List.copyOf(table(request.tableName()).items().values());
    meter.read(
        items.stream().mapToLong(StoredItem::size).sum(),
        Boolean.TRUE.equals(request.consistentRead()));
    return ScanResponse.builder()
        .items(items.stream().map(StoredItem::values).toList())
        .count(items.size())
        .scannedCount(items.size())
        .build();
  }

  private MemoryTable table(String name) {
    return Optional.ofNullable(tables.get(name)).orElseThrow(DynamoDbErrors::noTable);
  }
}
