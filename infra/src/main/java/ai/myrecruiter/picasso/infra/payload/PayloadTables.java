package ai.myrecruiter.picasso.infra.payload;

import ai.myrecruiter.picasso.infra.environment.EnvironmentSettings;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.dynamodb.TableProps;
import software.constructs.Construct;

/**
 * The tables of the payload. Every table but the registry of tenants has items that expire by
 * {@code ttl}, a number of epoch seconds.
 */
final class PayloadTables {
  private final Construct scope;
  private final EnvironmentSettings settings;
  final Table tokens;
  final Table tenants;
  final Table messages;
  final Table summaries;
  final Table sessions;
  final Table cancellations;

  PayloadTables(Construct scope, EnvironmentSettings settings) {
    this.scope = scope;
    this.settings = settings;
    tokens = expiring("Tokens", "tokens", "tenant", "item");
    tenants = table("Tenants", "tenants", defaults().partitionKey(string("key")));
    messages = expiring("RecentMessages", "recent-messages", "tenantSession", "timestamp");
    summaries =
        table(
            "Summaries",
            "conversation-summaries",
            defaults().partitionKey(string("tenantSession")).timeToLiveAttribute("ttl"));
    sessions = expiring("Sessions", "sessions", "tenantSubject", "session");
    cancellations =
        table(
            "Cancellations",
            "stream-cancellations",
            defaults().partitionKey(string("stream")).timeToLiveAttribute("ttl"));
  }

  /** What both functions find their tables by. */
  Map<String, String> variables() {
    return new TreeMap<>(
        Map.of(
            "PICASSO_TOKENS_TABLE", tokens.getTableName(),
            "PICASSO_TENANTS_TABLE", tenants.getTableName(),
            "PICASSO_RECENT_MESSAGES_TABLE", messages.getTableName(),
            "PICASSO_SUMMARIES_TABLE", summaries.getTableName(),
            "PICASSO_SESSIONS_TABLE", sessions.getTableName(),
            "PICASSO_CANCELLATIONS_TABLE", cancellations.getTableName()));
  }

  private Table expiring(String id, String name, String partition, String sort) {
    return table(
        id,
        name,
        defaults()
            .partitionKey(string(partition))
            .sortKey(string(sort))
            .timeToLiveAttribute("ttl"));
  }

  private Table table(String id, String name, TableProps.Builder properties) {
    return new Table(scope, id, properties.tableName(settings.named(name)).build());
  }

  private TableProps.Builder defaults() {
    return TableProps.builder()
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .encryption(TableEncryption.AWS_MANAGED)
        .pointInTimeRecoverySpecification(
            PointInTimeRecoverySpecification.builder()
                .pointInTimeRecoveryEnabled(true)
                .recoveryPeriodInDays(settings.recoveryDays())
                .build())
        .deletionProtection(settings.keepsData())
        .removalPolicy(settings.keepsData() ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY);
  }

  private static Attribute string(String name) {
    return Attribute.builder().name(name).type(AttributeType.STRING).build();
  }
}
