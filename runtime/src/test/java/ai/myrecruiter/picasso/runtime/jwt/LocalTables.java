package ai.myrecruiter.picasso.runtime.jwt;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import java.util.Arrays;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The tables of tokens and tenants in an embedded DynamoDB Local. */
public final class LocalTables {
  /** Name of the tokens table. */
  public static final String TOKENS = "tokens";

  /** Name of the tenants table. */
  public static final String TENANTS = "tenants";

  private LocalTables() {}

  /** A new DynamoDB with both tables, empty. */
  public static DynamoDbClient create() {
    var client = DynamoDBEmbedded.create(true).dynamoDbClient();
    create(client, TOKENS, "tenant", "item");
    create(client, TENANTS, "key");
    return client;
  }

  private static void create(DynamoDbClient client, String table, String... keys) {
    client.createTable(request -> {
      request.tableName(table).billingMode(BillingMode.PAY_PER_REQUEST);
      request.attributeDefinitions(
          Arrays.stream(keys)
              .map(key ->
                  AttributeDefinition.builder()
                      .attributeName(key)
                      .attributeType(ScalarAttributeType.S)
                      .build())
              .toList());
      request.keySchema(
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
