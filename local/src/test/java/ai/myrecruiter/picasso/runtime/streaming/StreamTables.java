package ai.myrecruiter.picasso.runtime.streaming;

import ai.myrecruiter.picasso.runtime.conversation.StoreNames;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Makes the tables that the streaming function reads and writes. */
final class StreamTables {
  private StreamTables() {}

  static void create(DynamoDbClient client, StoreNames stores) {
    create(client, "tokens", "tenant", "item");
    create(client, "cancellations", "stream");
    create(client, stores.messages(), "tenantSession", "timestamp");
    create(client, stores.summaries(), "tenantSession");
    create(client, stores.sessions(), "tenantSubject", "session");
  }

  private static void create(DynamoDbClient client, String table, String... keys) {
    client.createTable(r -> {
      r.tableName(table).billingMode(BillingMode.PAY_PER_REQUEST);
      r.attributeDefinitions(
          List.of(keys).stream()
              .map(key ->
                  AttributeDefinition.builder()
                      .attributeName(key)
                      .attributeType(ScalarAttributeType.S)
                      .build())
              .toList());
      r.keySchema(
          IntStream.range(0, keys.length)
              .mapToObj(i ->
                  KeySchemaElement.builder()
                      .attributeName(keys[i])
                      .keyType(i == 0 ? KeyType.HASH : KeyType.RANGE)
                      .build())
              .toList());
    });
  }
}
