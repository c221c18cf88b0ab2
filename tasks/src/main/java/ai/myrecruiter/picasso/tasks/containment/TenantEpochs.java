package ai.myrecruiter.picasso.tasks.containment;

import ai.myrecruiter.picasso.tasks.Ports;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * The epochs of tenants, in the form of the payload's tables: a token is void once the epoch of its
 * tenant has grown, and a stream that is under way looks every five seconds.
 */
final class TenantEpochs {
  private static final String TENANT = "tenant#";
  private static final String ITEM = "epoch#tenant";
  private final Ports ports;

  TenantEpochs(Ports ports) {
    this.ports = ports;
  }

  /** Raises the epoch of every tenant, and gives their number; may be done again at any time. */
  int raiseAll() {
    var items =
        ports
            .dynamoDb()
            .scanPaginator(scan ->
                scan.tableName(ports.variable("PICASSO_TENANTS_TABLE")).consistentRead(true))
            .items();
    int raised = 0;
    for (var item : items) {
      var key = item.getOrDefault("key", AttributeValue.fromS("")).s();
      if (key.startsWith(TENANT)) {
        raise(key.substring(TENANT.length()));
        raised++;
      }
    }
    return raised;
  }

  /** An epoch is the time in milliseconds, and more than the one before. */
  private void raise(String tenant) {
    var table = ports.variable("PICASSO_TOKENS_TABLE");
    var key = Map.of("tenant", AttributeValue.fromS(tenant), "item", AttributeValue.fromS(ITEM));
    var before =
        Optional.ofNullable(
            ports
                .dynamoDb()
                .getItem(get -> get.tableName(table).key(key).consistentRead(true))
                .item()
                .get("epoch"));
    long epoch =
        Math.max(
            ports.clock().instant().toEpochMilli(),
            before.map(value -> Long.parseLong(value.n()) + 1).orElse(0L));
    var put =
        PutItemRequest.builder()
            .tableName(table)
            .item(
                Map.of(
                    "tenant", AttributeValue.fromS(tenant),
                    "item", AttributeValue.fromS(ITEM),
                    "epoch", AttributeValue.fromN(Long.toString(epoch))))
            .expressionAttributeNames(Map.of("#epoch", "epoch"));
    before.ifPresentOrElse(
        value ->
            put.conditionExpression("#epoch = :before")
                .expressionAttributeValues(Map.of(":before", value)),
        () -> put.conditionExpression("attribute_not_exists(#epoch)"));
    try {
      ports.dynamoDb().putItem(put.build());
    } catch (ConditionalCheckFailedException raisedByAnother) {
      // It has grown since it was read, which is all that is wanted.
    }
  }
}
