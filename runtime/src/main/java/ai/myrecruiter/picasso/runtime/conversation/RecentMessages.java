package ai.myrecruiter.picasso.runtime.conversation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The table {@code recent-messages}. */
final class RecentMessages {
  /** How many messages a history holds: twenty exchanges are more than a model needs. */
  static final int MOST = 40;

  private final DynamoDbClient client;
  private final String table;
  private final InstantSource clock;
  private final RandomGenerator random;

  RecentMessages(DynamoDbClient client, String table, InstantSource clock, RandomGenerator random) {
    this.client = client;
    this.table = table;
    this.clock = clock;
    this.random = random;
  }

  /** The latest messages that have not expired, oldest first. */
  List<Message> read(ConversationKey key) {
    var now = clock.instant();
    return client
        .query(request ->
            request
                .tableName(table)
                .consistentRead(true)
                .scanIndexForward(false)
                .limit(MOST)
                .keyConditionExpression("tenantSession = :key")
                .expressionAttributeValues(Map.of(":key", Values.text(key.tenantSession()))))
        .items()
        .stream()
        .filter(item -> !Values.expired(item, now))
        .map(RecentMessages::message)
        .toList()
        .reversed();
  }

  private static Message message(Map<String, AttributeValue> item) {
    return new Message(
        Role.valueOf(Values.required(item, "role").toUpperCase(Locale.ROOT)),
        Values.required(item, "text"),
        Instant.parse(Values.required(item, "createdAt")));
  }

  /**
   * The part of a transaction that adds a message.
   *
   * @param place of the message in its exchange, 0 to 9: orders messages of the same millisecond
   */
  TransactWriteItem put(ConversationKey key, Message message, int place) {
    var item =
        Map.of(
            "tenantSession", Values.text(key.tenantSession()),
            "timestamp", Values.text(timestamp(message.createdAt(), place)),
            "role", Values.text(message.role().name().toLowerCase(Locale.ROOT)),
            "text", Values.text(message.text()),
            "createdAt", Values.text(message.createdAt().toString()),
            "ttl", Values.ttl(message.createdAt(), Message.LIFE));
    return TransactWriteItem.builder()
        .put(put ->
            put.tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(tenantSession)"))
        .build();
  }

  /** Sorts by time as text; the random end keeps two writers of one millisecond apart. */
  private String timestamp(Instant instant, int place) {
    return "%013d#%d#%08x".formatted(instant.toEpochMilli(), place, random.nextInt());
  }

  /** The keys of everything there is, expired or not, by a consistent read. */
  List<Map<String, AttributeValue>> keys(ConversationKey key) {
    return client
        .queryPaginator(request ->
            request
                .tableName(table)
                .consistentRead(true)
                .projectionExpression("tenantSession, #timestamp")
                .expressionAttributeNames(Map.of("#timestamp", "timestamp"))
                .keyConditionExpression("tenantSession = :key")
                .expressionAttributeValues(Map.of(":key", Values.text(key.tenantSession()))))
        .items()
        .stream()
        .toList();
  }

  void delete(List<Map<String, AttributeValue>> keys) {
    keys.forEach(key -> client.deleteItem(request -> request.tableName(table).key(key)));
  }
}
