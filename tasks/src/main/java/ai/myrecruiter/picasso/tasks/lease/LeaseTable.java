package ai.myrecruiter.picasso.tasks.lease;

import ai.myrecruiter.picasso.tasks.LastDocument;
import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.lease.Lease;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * The leases, one item an environment; every change is conditional on what was read. A task that is
 * called again and again keeps its table, which knows the last lease.
 */
public final class LeaseTable {
  private static final String KEY = "environment";
  private static final String DOCUMENT = "document";
  private static final int ATTEMPTS = 10;
  private final DynamoDbClient dynamoDb;
  private final String table;
  private final LastDocument<Lease> last = new LastDocument<>(Lease.class);

  /** The leases in a table. */
  public LeaseTable(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  /** The leases in the table that the function's environment names. */
  public static LeaseTable of(Ports ports) {
    return new LeaseTable(ports.dynamoDb(), ports.variable("PICASSO_LEASES_TABLE"));
  }

  /** The lease of an environment by a consistent read; empty if there never was one. */
  public Optional<Lease> read(Environment environment) {
    return document(environment).map(last::read);
  }

  private Optional<String> document(Environment environment) {
    var item =
        dynamoDb
            .getItem(request ->
                request
                    .tableName(table)
                    .key(Map.of(KEY, AttributeValue.fromS(environment.value())))
                    .consistentRead(true))
            .item();
    return Optional.ofNullable(item.get(DOCUMENT)).map(AttributeValue::s);
  }

  /**
   * Changes a lease by a decision over what it is now; the decision is asked again when somebody
   * else changed it in between.
   *
   * @return the lease after the change
   */
  public Lease change(Environment environment, Function<Optional<Lease>, Lease> decision) {
    for (int attempt = 1; ; attempt++) {
      var stored = document(environment);
      var before = stored.map(last::read);
      var after = decision.apply(before);
      if (before.equals(Optional.of(after))) {
        return after;
      }
      try {
        dynamoDb.putItem(put(environment, stored, Contracts.write(after)));
        return after;
      } catch (ConditionalCheckFailedException changed) {
        if (attempt == ATTEMPTS) {
          throw changed;
        }
      }
    }
  }

  private PutItemRequest put(Environment environment, Optional<String> stored, String document) {
    var request =
        PutItemRequest.builder()
            .tableName(table)
            .item(
                Map.of(
                    KEY, AttributeValue.fromS(environment.value()),
                    DOCUMENT, AttributeValue.fromS(document)));
    return stored
        .map(old ->
            request
                .conditionExpression("document = :old")
                .expressionAttributeValues(Map.of(":old", AttributeValue.fromS(old))))
        .orElseGet(() -> request.conditionExpression("attribute_not_exists(document)"))
        .build();
  }
}
