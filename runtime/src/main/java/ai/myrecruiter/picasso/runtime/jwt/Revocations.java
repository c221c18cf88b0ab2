package ai.myrecruiter.picasso.runtime.jwt;

import ai.myrecruiter.picasso.runtime.tenant.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * What is revoked, in the tokens table ({@code PICASSO_TOKENS_TABLE}): partition key {@code
 * tenant}, sort key {@code item}, both texts, TTL attribute {@code ttl} in epoch seconds. A
 * revocation is in force for every verification that begins after it returned: readings are
 * consistent, and no answer means that nobody is let in.
 *
 * <p>Epochs are milliseconds of the wall clock, and at least one more than the epoch before, so
 * that an epoch that TTL removed never comes back as a smaller number.
 */
public final class Revocations {
  private final TokensTable table;
  private final InstantSource clock;
  private final TokenMetrics metrics;

  /** The revocations in a table. */
  public Revocations(
      DynamoDbClient dynamoDb, String table, InstantSource clock, TokenMetrics metrics) {
    this.table = new TokensTable(dynamoDb, table);
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * The epochs of a session now.
   *
   * @throws TokensUnavailable if they cannot be read
   */
  public Epochs epochs(TenantId tenant, SessionId session) {
    var ofSession = TokensTable.epochOf(session);
    var items = table.read(tenant, List.of(TokensTable.EPOCH_OF_TENANT, ofSession));
    return new Epochs(epoch(items, TokensTable.EPOCH_OF_TENANT), epoch(items, ofSession));
  }

  /**
   * By what a token is revoked; empty if it is in force. One consistent batch read.
   *
   * @throws TokensUnavailable if that cannot be read
   */
  Optional<Reason> check(VerifiedToken token) {
    var ofSession = TokensTable.epochOf(token.session());
    var denied = TokensTable.denied(token.jti());
    var items = table.read(token.tenant(), List.of(TokensTable.EPOCH_OF_TENANT, ofSession, denied));
    if (epoch(items, TokensTable.EPOCH_OF_TENANT) > token.epochs().tenant()) {
      return Optional.of(Reason.REVOKED_TENANT);
    }
    if (epoch(items, ofSession) > token.epochs().session()) {
      return Optional.of(Reason.REVOKED_SESSION);
    }
    return items.containsKey(denied) ? Optional.of(Reason.REVOKED_TOKEN) : Optional.empty();
  }

  /**
   * Voids every token and every refresh family of a tenant that was issued until now.
   *
   * @throws TokensUnavailable if that is not certain; call again
   */
  public void revokeTenant(TenantId tenant) {
    raise(tenant, TokensTable.EPOCH_OF_TENANT, Optional.empty());
    metrics.revoked(TokenMetrics.Revocation.TENANT);
  }

  /**
   * Voids every token and every refresh family of a session that was issued until now.
   *
   * @throws TokensUnavailable if that is not certain; call again
   */
  public void revokeSession(TenantId tenant, SessionId session) {
    raise(
        tenant,
        TokensTable.epochOf(session),
        Optional.of(clock.instant().plus(Lifetimes.SESSION_EPOCH)));
    metrics.revoked(TokenMetrics.Revocation.SESSION);
  }

  /**
   * Voids one token, by its id and never by its text.
   *
   * @throws TokensUnavailable if that is not certain; call again
   */
  public void revoke(VerifiedToken token) {
    var item = new HashMap<>(TokensTable.key(token.tenant(), TokensTable.denied(token.jti())));
    item.put(
        TokensTable.TTL,
        TokensTable.seconds(token.expiresAt().plus(Lifetimes.SKEW).plusSeconds(1)));
    try {
      table.dynamoDb().putItem(request -> request.tableName(table.name()).item(item));
    } catch (SdkException e) {
      throw new TokensUnavailable("the token is perhaps not revoked", e);
    }
    metrics.revoked(TokenMetrics.Revocation.TOKEN);
  }

  private void raise(TenantId tenant, String item, Optional<Instant> ttl) {
    try {
      if (!raiseTo(tenant, item, ttl, clock.instant().toEpochMilli())) {
        raiseByOne(tenant, item, ttl);
      }
    } catch (SdkException e) {
      throw new TokensUnavailable("the epoch is perhaps not raised", e);
    }
  }

  private boolean raiseTo(TenantId tenant, String item, Optional<Instant> ttl, long epoch) {
    var values = values(ttl);
    values.put(":epoch", AttributeValue.fromN(Long.toString(epoch)));
    try {
      table
          .dynamoDb()
          .updateItem(request ->
              request
                  .tableName(table.name())
                  .key(TokensTable.key(tenant, item))
                  .updateExpression("SET #epoch = :epoch" + setTtl(ttl, ", "))
                  .conditionExpression("attribute_not_exists(#epoch) OR #epoch < :epoch")
                  .expressionAttributeNames(names(ttl))
                  .expressionAttributeValues(values));
      return true;
    } catch (ConditionalCheckFailedException ahead) {
      return false;
    }
  }

  /** For two revocations within a millisecond, and for a clock that is behind. */
  private void raiseByOne(TenantId tenant, String item, Optional<Instant> ttl) {
    var values = values(ttl);
    values.put(":one", AttributeValue.fromN("1"));
    table
        .dynamoDb()
        .updateItem(request ->
            request
                .tableName(table.name())
                .key(TokensTable.key(tenant, item))
                .updateExpression("ADD #epoch :one" + setTtl(ttl, " SET "))
                .expressionAttributeNames(names(ttl))
                .expressionAttributeValues(values));
  }

  private static String setTtl(Optional<Instant> ttl, String before) {
    return ttl.isPresent() ? before + "#ttl = :ttl" : "";
  }

  private static Map<String, String> names(Optional<Instant> ttl) {
    return ttl.isPresent()
        ? Map.of("#epoch", TokensTable.EPOCH, "#ttl", TokensTable.TTL)
        : Map.of("#epoch", TokensTable.EPOCH);
  }

  private static Map<String, AttributeValue> values(Optional<Instant> ttl) {
    var values = new HashMap<String, AttributeValue>();
    ttl.ifPresent(at -> values.put(":ttl", TokensTable.seconds(at)));
    return values;
  }

  private static long epoch(Map<String, Map<String, AttributeValue>> items, String item) {
    return TokensTable.number(items.getOrDefault(item, Map.of()), TokensTable.EPOCH);
  }
}
