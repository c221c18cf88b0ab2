package ai.myrecruiter.picasso.infra.data;

import static ai.myrecruiter.picasso.infra.data.TableBuilder.string;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/**
 * The tables of the payload. Every table but the registry of tenants has items that expire by
 * {@code ttl}, a number of epoch seconds.
 */
final class PayloadTables {
  private static final String TTL = "ttl";
  private final TableBuilder tables;

  PayloadTables(Construct scope, EnvironmentSettings settings, IKey key) {
    tables = new TableBuilder(scope, settings, key);
    expiring("Tokens", "tokens", "tenant", "item");
    tables.make("Tenants", "tenants", tables.defaults().partitionKey(string("key")));
    expiring("RecentMessages", "recent-messages", "tenantSession", "timestamp");
    expiring("Summaries", "conversation-summaries", "tenantSession");
    expiring("Sessions", "sessions", "tenantSubject", "session");
    expiring("Cancellations", "stream-cancellations", "stream");
  }

  private void expiring(String id, String name, String partition) {
    tables.make(
        id, name, tables.defaults().partitionKey(string(partition)).timeToLiveAttribute(TTL));
  }

  private void expiring(String id, String name, String partition, String sort) {
    tables.make(
        id,
        name,
        tables
            .defaults()
            .partitionKey(string(partition))
            .sortKey(string(sort))
            .timeToLiveAttribute(TTL));
  }
}
