package ai.myrecruiter.picasso.runtime.tenant;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The registry in DynamoDB. One table, partition key {@code key} (text), no sort key, no TTL:
 *
 * <ul>
 *   <li>{@code tenant#<id>}: {@code tenant}, {@code hash}, {@code hosts} (text set, absent if
 *       none), {@code streaming} (off, list, percentage, on), {@code streamingSubjects} (text set),
 *       {@code streamingPercent} (number);
 *   <li>{@code host#<host>} and {@code hash#<hash>}: {@code tenant}, the id of the owner, so that
 *       no two tenants can have the same.
 * </ul>
 *
 * Readings are consistent and remembered for half a minute, absence too: a flag that is switched
 * off is off everywhere within that time.
 */
public final class TenantTable implements Tenants {
  /** How old what is known of a tenant may be. */
  public static final Duration CACHE = Duration.ofSeconds(30);

  private static final int MOST = 10_000;
  private final DynamoDbClient dynamoDb;
  private final String table;
  private final ShortCache<String, Tenant> tenants;
  private final ShortCache<String, TenantId> owners;

  /**
   * The registry in a table.
   *
   * @param table its name, from {@code PICASSO_TENANTS_TABLE}
   */
  public TenantTable(DynamoDbClient dynamoDb, String table, InstantSource clock) {
    this.dynamoDb = dynamoDb;
    this.table = table;
    this.tenants = new ShortCache<>(clock, CACHE, MOST);
    this.owners = new ShortCache<>(clock, CACHE, MOST);
  }

  @Override
  public Optional<Tenant> byHost(HostName host) {
    return owned(TenantItem.key(host));
  }

  @Override
  public Optional<Tenant> byHash(TenantHash hash) {
    return owned(TenantItem.key(hash));
  }

  private Optional<Tenant> owned(String name) {
    try {
      return owners
          .get(name, key -> item(key).map(TenantTable::owner))
          .flatMap(id -> tenants.get(TenantItem.key(id), key -> item(key).map(TenantItem::read)));
    } catch (SdkException | IllegalArgumentException e) {
      throw new TenantsUnavailable(e);
    }
  }

  private static TenantId owner(Map<String, AttributeValue> item) {
    return new TenantId(TenantItem.text(item, TenantItem.TENANT));
  }

  private Optional<Map<String, AttributeValue>> item(String key) {
    var item =
        dynamoDb
            .getItem(request ->
                request
                    .tableName(table)
                    .key(Map.of(TenantItem.KEY, AttributeValue.fromS(key)))
                    .consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(item);
  }

  /**
   * Registers a new tenant, whole or not at all.
   *
   * @throws IllegalArgumentException if its id, its hash or one of its hosts is taken
   */
  public void register(Tenant tenant) {
    var writes = new ArrayList<TransactWriteItem>();
    writes.add(claim(TenantItem.write(tenant)));
    writes.add(claim(name(TenantItem.key(tenant.hash()), tenant)));
    tenant.hosts().forEach(host -> writes.add(claim(name(TenantItem.key(host), tenant))));
    try {
      dynamoDb.transactWriteItems(request -> request.transactItems(writes));
    } catch (TransactionCanceledException taken) {
      throw new IllegalArgumentException(
          "tenant %s is not registered: its id, its hash or one of its hosts %s is taken"
              .formatted(
                  tenant.id().value(), tenant.hosts().stream().map(HostName::value).toList()),
          taken);
    }
    forget();
  }

  private static Map<String, AttributeValue> name(String key, Tenant tenant) {
    return Map.of(
        TenantItem.KEY, AttributeValue.fromS(key),
        TenantItem.TENANT, AttributeValue.fromS(tenant.id().value()));
  }

  private TransactWriteItem claim(Map<String, AttributeValue> item) {
    return TransactWriteItem.builder()
        .put(put ->
            put.tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(#key)")
                .expressionAttributeNames(Map.of("#key", TenantItem.KEY)))
        .build();
  }

  /**
   * Sets who of a tenant's users streams; in force everywhere within {@link #CACHE}.
   *
   * @throws software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException if the
   *     tenant is not registered
   */
  public void setStreaming(TenantId tenant, StreamingFlag flag) {
    var set = new ArrayList<String>();
    var values = new java.util.HashMap<String, AttributeValue>();
    TenantItem.streaming(flag)
        .forEach((name, value) -> {
          set.add(name + " = :" + name);
          values.put(":" + name, value);
        });
    dynamoDb.updateItem(request ->
        request
            .tableName(table)
            .key(Map.of(TenantItem.KEY, AttributeValue.fromS(TenantItem.key(tenant))))
            .updateExpression("SET " + String.join(", ", List.copyOf(set)))
            .conditionExpression("attribute_exists(tenant)")
            .expressionAttributeValues(values));
    forget();
  }

  private void forget() {
    tenants.clear();
    owners.clear();
  }
}
