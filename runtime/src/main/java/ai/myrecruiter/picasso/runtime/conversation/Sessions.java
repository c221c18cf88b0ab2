package ai.myrecruiter.picasso.runtime.conversation;

import ai.myrecruiter.picasso.runtime.telemetry.OpaqueId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Which sessions may be written: the fence of every write. A session is opened when its first token
 * is issued and stays closed once it was erased; the item outlives all data of the session.
 */
final class Sessions {
  /** Longer than any data of a session lives, with the days that DynamoDB may delete late. */
  static final Duration LIFE = Duration.ofDays(30);

  /** Sort key of a subject's fence; no session id has this form. */
  private static final String SUBJECT_FENCE = "#fence";

  private static final String OPEN = "open";
  private static final String ERASED = "erased";

  private final DynamoDbClient client;
  private final String table;
  private final InstantSource clock;
  private final Retry retry;

  Sessions(DynamoDbClient client, String table, InstantSource clock, Retry retry) {
    this.client = client;
    this.table = table;
    this.clock = clock;
    this.retry = retry;
  }

  private static Map<String, AttributeValue> key(ConversationKey key, String sort) {
    return Map.of("tenantSubject", Values.text(key.tenantSubject()), "session", Values.text(sort));
  }

  void open(ConversationKey key) {
    var subject =
        TransactWriteItem.builder()
            .conditionCheck(check ->
                check
                    .tableName(table)
                    .key(key(key, SUBJECT_FENCE))
                    .conditionExpression("attribute_not_exists(tenantSubject)"))
            .build();
    var session = touch(key, "attribute_not_exists(#state) OR #state = :open");
    try {
      retry.onConflict(
          () -> client.transactWriteItems(request -> request.transactItems(subject, session)));
    } catch (TransactionCanceledException e) {
      throw Retry.refused(e, 0) || Retry.refused(e, 1) ? new ConversationErased() : e;
    }
  }

  /** The part of a transaction that makes it fail unless the session is open. */
  TransactWriteItem fence(ConversationKey key) {
    return touch(key, "#state = :open");
  }

  private TransactWriteItem touch(ConversationKey key, String condition) {
    var now = clock.instant();
    return TransactWriteItem.builder()
        .update(update ->
            update
                .tableName(table)
                .key(key(key, key.session()))
                .updateExpression(
                    "SET #state = :open, createdAt = if_not_exists(createdAt, :now), #ttl = :ttl")
                .conditionExpression(condition)
                .expressionAttributeNames(Map.of("#state", "state", "#ttl", "ttl"))
                .expressionAttributeValues(
                    Map.of(
                        ":open", Values.text(OPEN),
                        ":now", Values.text(now.toString()),
                        ":ttl", Values.ttl(now, LIFE))))
        .build();
  }

  /** The part of a transaction that makes it fail if a request was recorded before. */
  TransactWriteItem once(ConversationKey key, OpaqueId request) {
    var now = clock.instant();
    var item = new HashMap<>(key(key, "request#" + request.value()));
    item.put("createdAt", Values.text(now.toString()));
    item.put("ttl", Values.ttl(now, Message.LIFE));
    return TransactWriteItem.builder()
        .put(put ->
            put.tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(tenantSubject)"))
        .build();
  }

  /** Closes a session for good, whether or not it was ever opened. */
  void close(ConversationKey key) {
    mark(key, key.session());
  }

  /** Keeps a subject from opening sessions. */
  void closeSubject(ConversationKey key) {
    mark(key, SUBJECT_FENCE);
  }

  /** Lets a subject open sessions again; those erased before stay closed. */
  void reopenSubject(ConversationKey key) {
    client.deleteItem(request -> request.tableName(table).key(key(key, SUBJECT_FENCE)));
  }

  private void mark(ConversationKey key, String sort) {
    var now = clock.instant();
    retry.onConflict(() ->
        client.updateItem(request ->
            request
                .tableName(table)
                .key(key(key, sort))
                .updateExpression(
                    "SET #state = :erased, createdAt = if_not_exists(createdAt, :now),"
                        + " erasedAt = if_not_exists(erasedAt, :now), #ttl = :ttl")
                .expressionAttributeNames(Map.of("#state", "state", "#ttl", "ttl"))
                .expressionAttributeValues(
                    Map.of(
                        ":erased", Values.text(ERASED),
                        ":now", Values.text(now.toString()),
                        ":ttl", Values.ttl(now, LIFE)))));
  }

  /** Every session of a subject, open or not. */
  List<String> of(ConversationKey key) {
    return client
        .queryPaginator(request ->
            request
                .tableName(table)
                .consistentRead(true)
                .keyConditionExpression("tenantSubject = :owner")
                .expressionAttributeValues(Map.of(":owner", Values.text(key.tenantSubject()))))
        .items()
        .stream()
        .map(item -> Values.required(item, "session"))
        .filter(id -> !id.contains("#"))
        .toList();
  }
}
