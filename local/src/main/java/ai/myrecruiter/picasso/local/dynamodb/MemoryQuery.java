package ai.myrecruiter.picasso.local.dynamodb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The items of one partition, in the order of their sort keys; never cut at a page's size. */
final class MemoryQuery {
  private final MemoryTable table;
  private final QueryRequest request;
  private final boolean forward;

  MemoryQuery(MemoryTable table, QueryRequest request) {
    this.table = table;
    this.request = request;
    this.forward = !Boolean.FALSE.equals(request.scanIndexForward());
  }

  /**
   * What a query answers.
   *
   * @param size of its items in bytes
   */
  record Page(QueryResponse answer, long size) {}

  Page page() {
    var condition =
        ConditionParser.parse(
            "KeyConditionExpression",
            Optional.ofNullable(request.keyConditionExpression()).orElse(""),
            request.expressionAttributeNames(),
            ItemValues.given(request.expressionAttributeValues()));
    requirePartition(condition);
    var found = after(matching(condition));
    int limit = Optional.ofNullable(request.limit()).orElse(Integer.MAX_VALUE);
    var page = found.subList(0, Math.min(limit, found.size()));
    var answer =
        QueryResponse.builder()
            .items(page.stream().map(StoredItem::values).toList())
            .count(page.size())
            .scannedCount(page.size());
    if (page.size() == limit) {
      answer.lastEvaluatedKey(key(page.getLast().values()));
    }
    return new Page(answer.build(), page.stream().mapToLong(StoredItem::size).sum());
  }

  private void requirePartition(Condition condition) {
    var parts = condition instanceof Condition.All(var all) ? all : List.of(condition);
    boolean named =
        parts.stream()
            .anyMatch(part ->
                part
                        instanceof
                        Condition.Compared(
                            Condition.Operand.Attribute(var name),
                            Condition.Comparator comparator,
                            Condition.Operand.Value _)
                    && comparator == Condition.Comparator.EQUAL
                    && name.equals(table.schema().partition()));
    if (!named) {
      throw DynamoDbErrors.invalid(
          "Query condition missed key schema element: " + table.schema().partition());
    }
  }

  private List<StoredItem> matching(Condition condition) {
    var all = forward ? table.items() : table.items().descendingMap();
    return all.values().stream().filter(item -> condition.holds(item.values())).toList();
  }

  private List<StoredItem> after(List<StoredItem> items) {
    if (request.exclusiveStartKey().isEmpty()) {
      return items;
    }
    var start = table.schema().onlyKey(request.exclusiveStartKey());
    var rest = new ArrayList<StoredItem>();
    for (var item : items) {
      int order = table.schema().keyOf(item.values()).compareTo(start);
      if (forward ? order > 0 : order < 0) {
        rest.add(item);
      }
    }
    return rest;
  }

  private Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
    var key = new HashMap<>(item);
    key.keySet()
        .removeIf(name ->
            !name.equals(table.schema().partition())
                && !table.schema().sort().equals(Optional.of(name)));
    return key;
  }
}
