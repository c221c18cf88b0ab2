package ai.myrecruiter.picasso.tasks;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import java.util.Arrays;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The product's tables in an embedded DynamoDB Local. */
public final class Tables {
  /** Name of the leases table. */
  public static final String LEASES = "leases";

  /** Name of the rollouts table. */
  public static final String ROLLOUTS = "rollouts";

  private Tables() {}

  /** A new DynamoDB with both tables, empty. */
  public static DynamoDbClient create() {
    var client = DynamoDBEmbedded.create(true).dynamoDbClient();
    create(client, LEASES, "environment");
    create(client, ROLLOUTS, "environment", "rolloutId");
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
