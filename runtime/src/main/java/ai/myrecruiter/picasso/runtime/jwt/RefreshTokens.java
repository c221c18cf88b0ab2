package ai.myrecruiter.picasso.runtime.jwt;

import ai.myrecruiter.picasso.runtime.tenant.TenantId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Refresh tokens: 256 random bits, stored as SHA-256 only, each good once. The tokens of a session
 * that follow one another are a family, of which one is good at a time; presenting one that was
 * used revokes the family and the session's tokens, because two hold it and one of them stole it.
 * In the tokens table, whose schema {@link Revocations} gives.
 */
public final class RefreshTokens {
  private static final String FAMILY = "family";
  private static final int ATTEMPTS = 5;
  private final TokensTable table;
  private final Revocations revocations;
  private final InstantSource clock;
  private final SecureRandom random;
  private final TokenMetrics metrics;

  /** The refresh tokens in a table. */
  public RefreshTokens(
      DynamoDbClient dynamoDb,
      String table,
      Revocations revocations,
      InstantSource clock,
      SecureRandom random,
      TokenMetrics metrics) {
    this.table = new TokensTable(dynamoDb, table);
    this.revocations = revocations;
    this.clock = clock;
    this.random = random;
    this.metrics = metrics;
  }

  /**
   * Begins a family.
   *
   * @param epochs of {@link Revocations#epochs}: the family is void once one of them has grown
   * @throws TokensUnavailable if it could not be stored
   */
  public RefreshToken begin(TenantId tenant, SessionId session, Epochs epochs) {
    var secret = RefreshSecret.draw(random);
    var ends = clock.instant().plus(Lifetimes.REFRESH_FAMILY).truncatedTo(ChronoUnit.SECONDS);
    var id = RefreshSecret.draw(random).hash();
    var family = new RefreshFamily(id, session, epochs, secret.hash(), false, ends);
    try {
      table
          .dynamoDb()
          .transactWriteItems(request ->
              request.transactItems(put(family.item(tenant)), put(member(tenant, family, secret))));
    } catch (SdkException e) {
      throw new TokensUnavailable("the refresh token could not be stored", e);
    }
    return new RefreshToken(secret.value(), family.ends());
  }

  /**
   * Takes a refresh token and gives its successor. Of two who present the same token one wins; the
   * other revokes the family.
   *
   * @param tenant the tenant that the server inferred
   * @param presented what the client sent
   */
  public Rotation rotate(TenantId tenant, String presented) {
    try {
      return RefreshSecret.parse(presented)
          .map(secret -> rotate(tenant, secret))
          .orElseGet(() -> metrics.rejected(Reason.UNKNOWN_REFRESH));
    } catch (TokensUnavailable | SdkException unavailable) {
      return metrics.rejected(Reason.UNAVAILABLE);
    }
  }

  /**
   * Ends the family of a refresh token, as a sign-out does; unknown ones are none of our business.
   *
   * @throws TokensUnavailable if that is not certain; call again
   */
  public void revoke(TenantId tenant, String presented) {
    try {
      RefreshSecret.parse(presented)
          .map(secret -> familyId(tenant, secret))
          .filter(id -> !id.isEmpty())
          .ifPresent(id -> revokeFamily(tenant, id));
    } catch (SdkException e) {
      throw new TokensUnavailable("the refresh family is perhaps not revoked", e);
    }
  }

  private Rotation rotate(TenantId tenant, RefreshSecret presented) {
    var id = familyId(tenant, presented);
    if (id.isEmpty()) {
      return metrics.rejected(Reason.UNKNOWN_REFRESH);
    }
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      var items = table.read(tenant, List.of(RefreshFamily.sortKey(id)));
      var item = items.get(RefreshFamily.sortKey(id));
      if (item == null) {
        return metrics.rejected(Reason.REFRESH_EXPIRED);
      }
      var family = RefreshFamily.read(id, item);
      var refusal = refusal(tenant, family, presented);
      if (refusal.isPresent()) {
        return metrics.rejected(refusal.get());
      }
      var next = RefreshSecret.draw(random);
      if (replaced(tenant, family, presented, next)) {
        metrics.refreshed();
        return new Rotated(
            family.session(), family.epochs(), new RefreshToken(next.value(), family.ends()));
      }
    }
    return metrics.rejected(Reason.UNAVAILABLE);
  }

  private Optional<Reason> refusal(TenantId tenant, RefreshFamily family, RefreshSecret presented) {
    if (!clock.instant().isBefore(family.ends())) {
      return Optional.of(Reason.REFRESH_EXPIRED);
    }
    if (family.revoked()) {
      return Optional.of(Reason.REFRESH_REVOKED);
    }
    var now = revocations.epochs(tenant, family.session());
    if (now.tenant() > family.epochs().tenant() || now.session() > family.epochs().session()) {
      return Optional.of(Reason.REFRESH_REVOKED);
    }
    if (!family.current().equals(presented.hash())) {
      revokeFamily(tenant, family.id());
      revocations.revokeSession(tenant, family.session());
      return Optional.of(Reason.REFRESH_REUSED);
    }
    return Optional.empty();
  }

  /** The family of a refresh token; empty text if nobody knows it. */
  private String familyId(TenantId tenant, RefreshSecret secret) {
    var item = table.read(tenant, List.of(member(secret))).get(member(secret));
    return item == null ? "" : TokensTable.text(item, FAMILY);
  }

  /** Makes the next token the good one, unless the presented one is not it any more. */
  private boolean replaced(
      TenantId tenant, RefreshFamily family, RefreshSecret presented, RefreshSecret next) {
    var turn =
        TransactWriteItem.builder()
            .update(update ->
                update
                    .tableName(table.name())
                    .key(TokensTable.key(tenant, RefreshFamily.sortKey(family.id())))
                    .updateExpression("SET #current = :next")
                    .conditionExpression("#current = :presented AND #revoked = :no")
                    .expressionAttributeNames(
                        Map.of(
                            "#current", RefreshFamily.CURRENT, "#revoked", RefreshFamily.REVOKED))
                    .expressionAttributeValues(
                        Map.of(
                            ":next", AttributeValue.fromS(next.hash()),
                            ":presented", AttributeValue.fromS(presented.hash()),
                            ":no", AttributeValue.fromBool(false))))
            .build();
    try {
      table
          .dynamoDb()
          .transactWriteItems(
              request -> request.transactItems(turn, put(member(tenant, family, next))));
      return true;
    } catch (TransactionCanceledException lost) {
      return false;
    }
  }

  private void revokeFamily(TenantId tenant, String id) {
    table
        .dynamoDb()
        .updateItem(request ->
            request
                .tableName(table.name())
                .key(TokensTable.key(tenant, RefreshFamily.sortKey(id)))
                .updateExpression("SET #revoked = :yes")
                .conditionExpression("attribute_exists(#revoked)")
                .expressionAttributeNames(Map.of("#revoked", RefreshFamily.REVOKED))
                .expressionAttributeValues(Map.of(":yes", AttributeValue.fromBool(true))));
    metrics.revoked(TokenMetrics.Revocation.FAMILY);
  }

  private static String member(RefreshSecret secret) {
    return "refresh#" + secret.hash();
  }

  private static Map<String, AttributeValue> member(
      TenantId tenant, RefreshFamily family, RefreshSecret secret) {
    var item = new HashMap<>(TokensTable.key(tenant, member(secret)));
    item.put(FAMILY, AttributeValue.fromS(family.id()));
    item.put(TokensTable.TTL, TokensTable.seconds(family.ends()));
    return item;
  }

  private TransactWriteItem put(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(put ->
            put.tableName(table.name())
                .item(item)
                .conditionExpression("attribute_not_exists(#item)")
                .expressionAttributeNames(Map.of("#item", TokensTable.ITEM)))
        .build();
  }
}
