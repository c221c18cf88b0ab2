package ai.myrecruiter.picasso.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** What tables in memory refuse by name, so that nobody mistakes them for a whole DynamoDB. */
final class MemoryDynamoDbTest {
  private static final Map<String, AttributeValue> ITEM = Map.of("id", AttributeValue.fromS("1"));
  private final MemoryDynamoDb database = new MemoryDynamoDb();
  private final DynamoDbClient client = database.client();

  @BeforeEach
  void createTable() {
    client.createTable(r ->
        r.tableName("t")
            .attributeDefinitions(
                AttributeDefinition.builder().attributeName("id").attributeType("S").build())
            .keySchema(
                KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build()));
  }

  @Test
  void anotherCallIsRefusedByName() {
    assertThatThrownBy(() -> client.deleteItem(r -> r.tableName("t").key(ITEM)))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("DynamoDbClient.deleteItem");
  }

  @Test
  void anotherParameterIsRefusedByName() {
    assertThatThrownBy(() ->
            client.putItem(r -> r.tableName("t").item(ITEM).returnValues(ReturnValue.ALL_OLD)))
        .hasMessageContaining("ReturnValues of PutItemRequest");
    assertThatThrownBy(
            () -> client.getItem(r -> r.tableName("t").key(ITEM).projectionExpression("id")))
        .hasMessageContaining("ProjectionExpression of GetItemRequest");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"size(id) > :one", "id IN (:one)", "a.b = :one", "id =", "(id = :one", "id : one"})
  void anotherExpressionIsRefusedAsItStands(String expression) {
    assertThatThrownBy(() ->
            client.putItem(r ->
                r.tableName("t")
                    .item(ITEM)
                    .conditionExpression(expression)
                    .expressionAttributeValues(Map.of(":one", AttributeValue.fromS("1")))))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("ConditionExpression");
  }

  @Test
  void anotherTypeOfValueIsRefused() {
    var item = Map.of("id", AttributeValue.fromS("1"), "l", AttributeValue.fromNs(List.of("x")));
    assertThatThrownBy(() -> client.putItem(r -> r.tableName("t").item(item)))
        .hasMessageContaining("not NS");
  }

  @Test
  void anItemThatIsReadCannotChangeTheTable() {
    client.putItem(r -> r.tableName("t").item(ITEM));
    var read = client.getItem(r -> r.tableName("t").key(ITEM)).item();
    assertThatThrownBy(() -> read.put("id", AttributeValue.fromS("2")))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(client.getItem(r -> r.tableName("t").key(ITEM)).item()).isEqualTo(ITEM);
    assertThat(database.endpoint()).isEmpty();
    database.close();
  }
}
