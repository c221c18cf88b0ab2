package ai.myrecruiter.picasso.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.dynamodbv2.local.monitoring.Telemetry;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

final class LocalDynamoDbTest {
  private static final String TABLE = "picasso-staging-leases";

  private static void createTable(DynamoDbClient client) {
    client.createTable(r ->
        r.tableName(TABLE)
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                AttributeDefinition.builder()
                    .attributeName("environment")
                    .attributeType(ScalarAttributeType.S)
                    .build())
            .keySchema(
                KeySchemaElement.builder()
                    .attributeName("environment")
                    .keyType(KeyType.HASH)
                    .build()));
  }

  private static Map<String, AttributeValue> lease(String owner) {
    return Map.of(
        "environment", AttributeValue.fromS("staging"), "owner", AttributeValue.fromS(owner));
  }

  private static void take(DynamoDbClient client, String owner) {
    client.putItem(r ->
        r.tableName(TABLE)
            .item(lease(owner))
            .conditionExpression("attribute_not_exists(environment)"));
  }

  @Test
  void holdsConditionsInProcess() {
    try (var database = LocalDynamoDb.embedded()) {
      assertThat(database.endpoint()).isEmpty();
      createTable(database.client());
      take(database.client(), "one");
      assertThatThrownBy(() -> take(database.client(), "two"))
          .isInstanceOf(ConditionalCheckFailedException.class);
      assertThat(Telemetry.getTelemetry()).isEmpty();
    }
  }

  @Test
  void keepsTheTablesOfTwoDatabasesApart() {
    try (var one = LocalDynamoDb.embedded();
        var two = LocalDynamoDb.embedded()) {
      createTable(one.client());
      assertThat(two.client().listTables().tableNames()).isEmpty();
    }
  }

  @Test
  void servesTheSameTablesOnLoopback() throws Exception {
    try (var database = LocalDynamoDb.listening(0)) {
      createTable(database.client());
      take(database.client(), "one");
      var endpoint = database.endpoint().orElseThrow();
      assertThat(endpoint.getHost()).isEqualTo("127.0.0.1");
      try (var other = client(endpoint)) {
        assertThat(
                other
                    .getItem(r ->
                        r.tableName(TABLE)
                            .key(Map.of("environment", AttributeValue.fromS("staging"))))
                    .item())
            .isEqualTo(lease("one"));
        assertThatThrownBy(() -> take(other, "two"))
            .isInstanceOf(ConditionalCheckFailedException.class);
      }
      assertThat(Telemetry.getTelemetry()).isEmpty();
    }
  }

  private static DynamoDbClient client(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.EU_WEST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("another", "key")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  @Test
  void saysWhichPortItCannotHave() throws Exception {
    try (var database = LocalDynamoDb.listening(0)) {
      int taken = database.endpoint().orElseThrow().getPort();
      assertThatThrownBy(() -> LocalDynamoDb.listening(taken))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("127.0.0.1:" + taken)
          .hasMessageContaining("--dynamodb-port");
    }
  }
}
