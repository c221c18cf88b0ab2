package ai.myrecruiter.picasso.runtime.jwt;

import ai.myrecruiter.picasso.runtime.tenant.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/**
 * The tokens table: partition key {@code tenant} (text, the tenant's id), sort key {@code item}
 * (text), TTL attribute {@code ttl} (number, epoch seconds). Its items:
 *
 * <ul>
 *   <li>{@code epoch#tenant}: {@code epoch} (number); no {@code ttl}
 *   <li>{@code epoch#session#<session>}: {@code epoch}, {@code ttl}
 *   <li>{@code denied#<jti>}: {@code ttl}
 *   <li>{@code refresh#<hash>}: {@code family}, {@code ttl}
 *   <li>{@code family#<id>}: {@code session}, {@code current} (hash of the one good refresh token),
 *       {@code tenantEpoch}, {@code sessionEpoch}, {@code revoked} (boolean), {@code ttl}
 * </ul>
 */
final class TokensTable {
  static final String TENANT = "tenant";
  static final String ITEM = "item";
  static final String EPOCH = "epoch";
  static final String TTL = "ttl";
  static final String EPOCH_OF_TENANT = "epoch#tenant";
  private static final int ATTEMPTS = 3;
  private final DynamoDbClient dynamoDb;
  private final String name;

  TokensTable(DynamoDbClient dynamoDb, String name) {
    this.dynamoDb = dynamoDb;
    this.name = name;
  }

  DynamoDbClient dynamoDb() {
    return dynamoDb;
  }

  String name() {
    return name;
  }

  static String epochOf(SessionId session) {
    return "epoch#session#" + session.value();
  }

  static String denied(String jti) {
    return "denied#" + jti;
  }

  static Map<String, AttributeValue> key(TenantId tenant, String item) {
    return Map.of(TENANT, AttributeValue.fromS(tenant.value()), ITEM, AttributeValue.fromS(item));
  }

  static AttributeValue seconds(Instant instant) {
    return AttributeValue.fromN(Long.toString(instant.getEpochSecond()));
  }

  static long number(Map<String, AttributeValue> item, String attribute) {
    var value = item.get(attribute);
    return value == null || value.n() == null ? 0 : Long.parseLong(value.n());
  }

  /**
   * Items by one consistent batch read, by their sort key; those that are not there are left out.
   *
   * @throws TokensUnavailable if not every key got an answer
   */
  Map<String, Map<String, AttributeValue>> read(TenantId tenant, List<String> items) {
    var keys = items.stream().map(item -> key(tenant, item)).toList();
    var pending = Map.of(name, KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
    var found = new HashMap<String, Map<String, AttributeValue>>();
    try {
      for (int attempt = 0; attempt < ATTEMPTS && !pending.isEmpty(); attempt++) {
        var asked = pending;
        var answer = dynamoDb.batchGetItem(request -> request.requestItems(asked));
        for (var item : answer.responses().getOrDefault(name, List.of())) {
          found.put(text(item, ITEM), item);
        }
        pending = answer.unprocessedKeys();
      }
    } catch (SdkException e) {
      throw new TokensUnavailable("the tokens table cannot be read", e);
    }
    if (!pending.isEmpty()) {
      throw new TokensUnavailable("the tokens table left keys unread", null);
    }
    return found;
  }

  static String text(Map<String, AttributeValue> item, String attribute) {
    var value = item.get(attribute);
    if (value == null || value.s() == null) {
      throw new TokensUnavailable("an item has no text \"" + attribute + "\"", null);
    }
    return value.s();
  }
}
