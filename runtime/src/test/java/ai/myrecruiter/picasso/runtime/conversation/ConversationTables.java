package ai.myrecruiter.picasso.runtime.conversation;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The payload's tables in an embedded DynamoDB Local. */
public final class ConversationTables implements AutoCloseable {
  /** The tables of conversations. */
  public static final StoreNames NAMES =
      new StoreNames("recent-messages", "conversation-summaries", "sessions");

  private static final Map<String, List<String>> TABLES =
      Map.of(
          NAMES.messages(),
          List.of("tenantSession", "timestamp"),
          NAMES.summaries(),
          List.of("tenantSession"),
          NAMES.sessions(),
          List.of("tenantSubject", "session"),
          "tokens",
          List.of("tenant", "item"),
          "tenants",
          List.of("key"),
          "stream-cancellations",
          List.of("stream"));

  private final DynamoDbClient client = DynamoDBEmbedded.create(true).dynamoDbClient();

  /** New tables, empty. */
  public ConversationTables() {
    TABLES.forEach(this::create);
  }

  /** DynamoDB. */
  public DynamoDbClient client() {
    return client;
  }

  private void create(String table, List<String> keys) {
    client.createTable(request -> {
      request.tableName(table).billingMode(BillingMode.PAY_PER_REQUEST);
      request.attributeDefinitions(
          keys.stream()
              .map(key ->
                  AttributeDefinition.builder()
                      .attributeName(key)
                      .attributeType(ScalarAttributeType.S)
                      .build())
              .toList());
      request.keySchema(
          IntStream.range(0, keys.size())
              .mapToObj(i ->
                  KeySchemaElement.builder()
                      .attributeName(keys.get(i))
                      .keyType(i == 0 ? KeyType.HASH : KeyType.RANGE)
                      .build())
              .toList());
    });
  }

  /** Every item of tables. */
  public List<Map<String, AttributeValue>> items(String... tables) {
    return Arrays.stream(tables)
        .flatMap(table -> client.scanPaginator(r -> r.tableName(table)).items().stream())
        .toList();
  }

  /** Everything that is stored, as text that tells any difference. */
  public String contents() {
    return TABLES.keySet().stream()
        .sorted()
        .map(table -> table + "=" + items(table).stream().map(String::valueOf).sorted().toList())
        .toList()
        .toString();
  }

  @Override
  public void close() {
    client.close();
  }
}
