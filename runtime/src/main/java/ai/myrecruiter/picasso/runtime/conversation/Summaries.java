package ai.myrecruiter.picasso.runtime.conversation;

import ai.myrecruiter.picasso.runtime.redaction.RedactedText;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The table {@code conversation-summaries}: one item a conversation, of redacted texts only. */
final class Summaries {
  /** How many facts are kept; the oldest go first. */
  static final int MOST = 20;

  private final DynamoDbClient client;
  private final String table;
  private final InstantSource clock;

  /**
   * A summary as it was read.
   *
   * @param revision 0 when there is none
   */
  record Summary(List<Fact> facts, long revision, Instant createdAt) {}

  Summaries(DynamoDbClient client, String table, InstantSource clock) {
    this.client = client;
    this.table = table;
    this.clock = clock;
  }

  private static Map<String, AttributeValue> key(ConversationKey key) {
    return Map.of("tenantSession", Values.text(key.tenantSession()));
  }

  /** The facts that have not expired, with what the next write needs. */
  Summary read(ConversationKey key) {
    var now = clock.instant();
    var item = client.getItem(r -> r.tableName(table).key(key(key)).consistentRead(true)).item();
    if (item.isEmpty()) {
      return new Summary(List.of(), 0, now);
    }
    boolean expired = Values.expired(item, now);
    var facts =
        expired
            ? List.<Fact>of()
            : item.getOrDefault("facts", AttributeValue.fromL(List.of())).l().stream()
                .map(value -> fact(value.m()))
                .filter(fact -> fact.createdAt().plus(Fact.LIFE).isAfter(now))
                .toList();
    var created = expired ? now : Instant.parse(Values.required(item, "createdAt"));
    return new Summary(facts, Long.parseLong(Values.required(item, "revision")), created);
  }

  private static Fact fact(Map<String, AttributeValue> fields) {
    return new Fact(
        Role.valueOf(Values.required(fields, "role").toUpperCase(Locale.ROOT)),
        RedactedText.kept(Values.required(fields, "text")),
        Instant.parse(Values.required(fields, "createdAt")));
  }

  private static AttributeValue value(Fact fact) {
    return AttributeValue.fromM(
        Map.of(
            "role", Values.text(fact.role().name().toLowerCase(Locale.ROOT)),
            "text", Values.text(fact.text().value()),
            "createdAt", Values.text(fact.createdAt().toString())));
  }

  /** The part of a transaction that replaces a summary if it is still as it was read. */
  TransactWriteItem put(ConversationKey key, Summary read, List<Fact> facts) {
    var item =
        Map.of(
            "tenantSession", Values.text(key.tenantSession()),
            "facts", AttributeValue.fromL(latest(facts).stream().map(Summaries::value).toList()),
            "createdAt", Values.text(read.createdAt().toString()),
            "revision", Values.number(read.revision() + 1),
            "ttl", Values.ttl(clock.instant(), Fact.LIFE));
    return TransactWriteItem.builder()
        .put(put -> {
          put.tableName(table).item(item);
          if (read.revision() == 0) {
            put.conditionExpression("attribute_not_exists(tenantSession)");
          } else {
            put.conditionExpression("revision = :read")
                .expressionAttributeValues(Map.of(":read", Values.number(read.revision())));
          }
        })
        .build();
  }

  private static List<Fact> latest(List<Fact> facts) {
    return facts.subList(Math.max(0, facts.size() - MOST), facts.size());
  }

  /** Whether there is one, expired or not, by a consistent read. */
  boolean exists(ConversationKey key) {
    return client.getItem(r -> r.tableName(table).key(key(key)).consistentRead(true)).hasItem();
  }

  void delete(ConversationKey key) {
    client.deleteItem(request -> request.tableName(table).key(key(key)));
  }
}
