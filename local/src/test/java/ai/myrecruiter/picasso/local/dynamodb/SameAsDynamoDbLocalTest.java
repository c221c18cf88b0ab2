package ai.myrecruiter.picasso.local.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The same seeded calls to tables in memory and to Amazon's DynamoDB Local, answers and errors
 * compared. Repeat with another seed by {@code -Dpicasso.seed=N}.
 */
final class SameAsDynamoDbLocalTest {
  private static final String TABLE = "things";
  private static final int CALLS = 1_500;
  private static final List<String> CONDITIONS =
      List.of(
          "attribute_not_exists(document)",
          "attribute_exists(document)",
          "document = :a",
          "revision = :n",
          "revision <> :n",
          "revision < :n AND document <> :a",
          "revision >= :n OR attribute_not_exists(#d)",
          "NOT (revision > :n) and #d = :a",
          "document <= :a or not attribute_exists(revision)",
          ":a = document",
          "document = :n");
  private static final LocalDynamoDb LOCAL = LocalDynamoDb.embedded();

  private final long seed = Long.getLong("picasso.seed", 20_261_124);
  private final RandomGenerator random = new SplittableRandom(seed);
  private final DynamoDbClient memory = new MemoryDynamoDb().client();

  @AfterAll
  static void close() {
    LOCAL.close();
  }

  @Test
  void randomCallsHaveTheSameAnswersAndErrors() {
    assertSame(client -> client.createTable(table()).tableDescription().keySchema());
    for (int call = 1; call <= CALLS; call++) {
      var request = request();
      var expected = outcome(LOCAL.client(), request);
      assertThat(outcome(memory, request))
          .as("call %d, %s; repeat with -Dpicasso.seed=%d", call, request, seed)
          .isEqualTo(expected);
    }
  }

  @Test
  void aTableIsMadeOnceAndMustExist() {
    var other = table().toBuilder().tableName("others").build();
    assertSame(client -> client.createTable(other).tableDescription().tableStatus());
    assertSame(client -> client.createTable(other));
    assertSame(client ->
        client.getItem(GetItemRequest.builder().tableName("none").key(key("one", "1")).build()));
    assertSame(client ->
        client.putItem(PutItemRequest.builder().tableName("none").item(key("one", "1")).build()));
  }

  @Test
  void aSetHasMembersAndNoneTwice() {
    var sets = table().toBuilder().tableName("sets").build();
    assertSame(client -> client.createTable(sets).tableDescription().tableStatus());
    for (var members :
        List.of(List.of("b", "a"), List.of("x"), List.<String>of(), List.of("c", "c"))) {
      var item = new HashMap<>(key("one", "1"));
      item.put("members", AttributeValue.fromSs(members));
      assertSame(client -> client.putItem(it -> it.tableName("sets").item(item)).attributes());
      assertSame(client ->
          Set.copyOf(
              client
                  .getItem(it -> it.tableName("sets").key(key("one", "1")).consistentRead(true))
                  .item()
                  .getOrDefault("members", AttributeValue.fromSs(List.of()))
                  .ss()));
    }
  }

  @Test
  void aScanGivesEveryItemOnce() {
    var scanned = table().toBuilder().tableName("scanned").build();
    assertSame(client -> client.createTable(scanned).tableDescription().tableStatus());
    assertSame(client -> client.scan(it -> it.tableName("scanned")).items());
    for (var name : List.of("one", "two", "three")) {
      assertSame(client ->
          client.putItem(it -> it.tableName("scanned").item(key(name, "1"))).attributes());
    }
    assertSame(client -> Set.copyOf(client.scan(it -> it.tableName("scanned")).items()));
    assertSame(client -> client.scan(it -> it.tableName("scanned")).count());
    assertSame(client -> client.scan(it -> it.tableName("none")).items());
  }

  private void assertSame(Function<DynamoDbClient, Object> call) {
    assertThat(said(memory, call)).isEqualTo(said(LOCAL.client(), call));
  }

  private static Object said(DynamoDbClient client, Function<DynamoDbClient, Object> call) {
    try {
      return call.apply(client);
    } catch (AwsServiceException e) {
      return e.getClass().getSimpleName()
          + " "
          + e.statusCode()
          + " "
          + e.awsErrorDetails().errorCode()
          + " "
          + e.awsErrorDetails().errorMessage();
    }
  }

  private static Object outcome(DynamoDbClient client, Object request) {
    return said(
        client,
        any ->
            switch (request) {
              case GetItemRequest get -> any.getItem(get).item();
              case PutItemRequest put -> any.putItem(put).attributes();
              case QueryRequest query -> {
                var answer = any.query(query);
                yield List.of(answer.items(), answer.count(), answer.lastEvaluatedKey());
              }
              default -> throw new IllegalArgumentException(request.toString());
            });
  }

  private Object request() {
    return switch (random.nextInt(10)) {
      case 0, 1 ->
          GetItemRequest.builder().tableName(TABLE).key(key()).consistentRead(true).build();
      case 2 -> query();
      default -> put();
    };
  }

  private PutItemRequest put() {
    var item = new HashMap<>(key());
    maybe(item, "document", text());
    maybe(item, "revision", number());
    maybe(item, "flag", AttributeValue.fromBool(random.nextBoolean()));
    var request = PutItemRequest.builder().tableName(TABLE).item(item);
    if (random.nextInt(4) > 0) {
      var condition = CONDITIONS.get(random.nextInt(CONDITIONS.size()));
      request.conditionExpression(condition);
      if (condition.contains("#d")) {
        request.expressionAttributeNames(Map.of("#d", "document"));
      }
      var values = values(condition);
      if (!values.isEmpty()) {
        request.expressionAttributeValues(values);
      }
    }
    return request.build();
  }

  /** What a condition needs, seldom with one too many or one too few. */
  private Map<String, AttributeValue> values(String condition) {
    var values = new HashMap<String, AttributeValue>();
    if (condition.contains(":a") != (random.nextInt(40) == 0)) {
      values.put(":a", text());
    }
    if (condition.contains(":n")) {
      values.put(":n", number());
    }
    return values;
  }

  private QueryRequest query() {
    var request =
        QueryRequest.builder()
            .tableName(TABLE)
            .keyConditionExpression("environment = :e")
            .expressionAttributeValues(Map.of(":e", AttributeValue.fromS(environment())))
            .consistentRead(true)
            .scanIndexForward(random.nextBoolean());
    if (random.nextBoolean()) {
      request.limit(1 + random.nextInt(4));
    }
    return request.build();
  }

  private void maybe(Map<String, AttributeValue> item, String name, AttributeValue value) {
    if (random.nextInt(4) > 0) {
      item.put(name, value);
    }
  }

  /** A key, seldom one that cannot be. */
  private Map<String, AttributeValue> key() {
    var key = new HashMap<>(key(environment(), "r" + random.nextInt(6)));
    switch (random.nextInt(40)) {
      case 0 -> key.put("rolloutId", AttributeValue.fromS(""));
      case 1 -> key.put("rolloutId", AttributeValue.fromN("1"));
      case 2 -> key.remove("rolloutId");
      case 3 -> key.put("rolloutId", AttributeValue.fromS("é-" + random.nextInt(3)));
      default -> {}
    }
    return key;
  }

  private static Map<String, AttributeValue> key(String environment, String id) {
    return Map.of(
        "environment", AttributeValue.fromS(environment), "rolloutId", AttributeValue.fromS(id));
  }

  private String environment() {
    return random.nextBoolean() ? "staging" : "production";
  }

  private AttributeValue text() {
    return AttributeValue.fromS(List.of("", "a", "b", "ä").get(random.nextInt(4)));
  }

  private AttributeValue number() {
    return AttributeValue.fromN(
        List.of("0", "1", "1.0", "2", "-3", "10", "1e2", "0.50", "x").get(random.nextInt(9)));
  }

  private static CreateTableRequest table() {
    return CreateTableRequest.builder()
        .tableName(TABLE)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(string("environment"), string("rolloutId"))
        .keySchema(
            KeySchemaElement.builder().attributeName("environment").keyType(KeyType.HASH).build(),
            KeySchemaElement.builder().attributeName("rolloutId").keyType(KeyType.RANGE).build())
        .build();
  }

  private static AttributeDefinition string(String name) {
    return AttributeDefinition.builder().attributeName(name).attributeType("S").build();
  }
}
