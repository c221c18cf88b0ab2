package ai.myrecruiter.picasso.runtime.streaming;

import ai.myrecruiter.picasso.runtime.conversation.ConversationKey;
import ai.myrecruiter.picasso.runtime.telemetry.OpaqueId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Cancel calls. Lambda does not tell a function that its client has gone, and the call reaches
 * another execution environment than the stream: so the one leaves an item that the other looks
 * for. An item names the verified tenant and session, so nobody ends another's stream.
 */
final class Cancellations {
  private static final String KEY = "stream";
  private static final String TTL = "ttl";

  /** Longer than any stream. */
  private static final Duration LIFE = Duration.ofMinutes(20);

  private final DynamoDbClient dynamoDb;
  private final String table;
  private final InstantSource clock;

  Cancellations(DynamoDbClient dynamoDb, String table, InstantSource clock) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.clock = clock;
  }

  /**
   * Asks for the end of a stream.
   *
   * @throws Refusal when that cannot be kept
   */
  void request(ConversationKey conversation, OpaqueId requestId) throws Refusal {
    var now = clock.instant();
    var item =
        Map.of(
            KEY,
            key(conversation, requestId),
            "createdAt",
            AttributeValue.fromN(Long.toString(now.toEpochMilli())),
            TTL,
            AttributeValue.fromN(Long.toString(now.plus(LIFE).getEpochSecond())));
    try {
      dynamoDb.putItem(r -> r.tableName(table).item(item));
    } catch (SdkException e) {
      throw new Refusal(ErrorCode.CANCEL_UNAVAILABLE);
    }
  }

  /**
   * Whether a stream's end was asked for; no, as long as that cannot be read. DynamoDB removes late
   * what has expired, which must not end a stream of the same name.
   */
  boolean requested(ConversationKey conversation, OpaqueId requestId) {
    try {
      var ttl =
          dynamoDb
              .getItem(r ->
                  r.tableName(table)
                      .key(Map.of(KEY, key(conversation, requestId)))
                      .consistentRead(true))
              .item()
              .get(TTL);
      return ttl != null
          && ttl.n() != null
          && Long.parseLong(ttl.n()) > clock.instant().getEpochSecond();
    } catch (SdkException unreadable) {
      return false;
    }
  }

  private static AttributeValue key(ConversationKey conversation, OpaqueId requestId) {
    return AttributeValue.fromS(
        String.join("#", conversation.tenant(), conversation.session(), requestId.value()));
  }
}
