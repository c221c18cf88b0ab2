package ai.myrecruiter.picasso.runtime.jwt;

import ai.myrecruiter.picasso.runtime.tenant.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A refresh family as stored; {@code current} is the hash of the one token that is good. */
record RefreshFamily(
    String id, SessionId session, Epochs epochs, String current, boolean revoked, Instant ends) {
  static final String CURRENT = "current";
  static final String REVOKED = "revoked";
  private static final String SESSION = "session";
  private static final String TENANT_EPOCH = "tenantEpoch";
  private static final String SESSION_EPOCH = "sessionEpoch";

  static String sortKey(String id) {
    return "family#" + id;
  }

  Map<String, AttributeValue> item(TenantId tenant) {
    var item = new HashMap<>(TokensTable.key(tenant, sortKey(id)));
    item.put(SESSION, AttributeValue.fromS(session.value()));
    item.put(TENANT_EPOCH, AttributeValue.fromN(Long.toString(epochs.tenant())));
    item.put(SESSION_EPOCH, AttributeValue.fromN(Long.toString(epochs.session())));
    item.put(CURRENT, AttributeValue.fromS(current));
    item.put(REVOKED, AttributeValue.fromBool(revoked));
    item.put(TokensTable.TTL, TokensTable.seconds(ends));
    return item;
  }

  static RefreshFamily read(String id, Map<String, AttributeValue> item) {
    var revoked = item.get(REVOKED);
    return new RefreshFamily(
        id,
        new SessionId(TokensTable.text(item, SESSION)),
        new Epochs(TokensTable.number(item, TENANT_EPOCH), TokensTable.number(item, SESSION_EPOCH)),
        TokensTable.text(item, CURRENT),
        revoked == null || !Boolean.FALSE.equals(revoked.bool()),
        Instant.ofEpochSecond(TokensTable.number(item, TokensTable.TTL)));
  }
}
