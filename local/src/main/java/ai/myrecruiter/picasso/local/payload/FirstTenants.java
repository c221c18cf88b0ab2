package ai.myrecruiter.picasso.local.payload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The tenants that a stage begins with, in the form of the payload's registry. */
public final class FirstTenants {
  /** Public name of the clinic that the stage's own traffic talks to. */
  public static final String CLINIC = "5a6e0c11";

  private record Tenant(String id, String hash, List<String> hosts) {}

  /** What health validation asks through; it needs no hash, for the host is its own. */
  private static final Tenant HEALTH =
      new Tenant("health-validation", "5a6e0c12", List.of("health-validation"));

  private static final List<Tenant> TENANTS =
      List.of(
          new Tenant("north-clinic", CLINIC, List.of("north-clinic.chat.myrecruiter.ai")),
          HEALTH,
          new Tenant("lakeside", "5a6e0c13", List.of("lakeside.chat.myrecruiter.ai")));

  private FirstTenants() {}

  static void register(DynamoDbClient dynamoDb, String table) {
    TENANTS.forEach(tenant -> register(dynamoDb, table, tenant));
  }

  /**
   * Registers the tenant that health validation asks through; what is there of it already stays.
   */
  public static void registerHealthValidation(DynamoDbClient dynamoDb, String table) {
    register(dynamoDb, table, HEALTH);
  }

  private static void register(DynamoDbClient dynamoDb, String table, Tenant tenant) {
    put(dynamoDb, table, "tenant#" + tenant.id(), tenant, details(tenant));
    put(dynamoDb, table, "hash#" + tenant.hash(), tenant, Map.of());
    tenant.hosts().forEach(host -> put(dynamoDb, table, "host#" + host, tenant, Map.of()));
  }

  private static Map<String, AttributeValue> details(Tenant tenant) {
    return Map.of(
        "hash", AttributeValue.fromS(tenant.hash()),
        "hosts", AttributeValue.fromSs(tenant.hosts()),
        "streaming", AttributeValue.fromS("on"));
  }

  private static void put(
      DynamoDbClient dynamoDb,
      String table,
      String key,
      Tenant tenant,
      Map<String, AttributeValue> details) {
    var item = new HashMap<>(details);
    item.put("key", AttributeValue.fromS(key));
    item.put("tenant", AttributeValue.fromS(tenant.id()));
    try {
      dynamoDb.putItem(request ->
          request
              .tableName(table)
              .item(item)
              .conditionExpression("attribute_not_exists(#key)")
              .expressionAttributeNames(Map.of("#key", "key")));
    } catch (ConditionalCheckFailedException there) {
      // Somebody may have changed it since, and knows better.
    }
  }
}
