package ai.myrecruiter.picasso.tasks.rollout;

import ai.myrecruiter.picasso.tasks.LastDocument;
import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;

/**
 * The rollouts' records; every change is conditional on the revision that was read. A task that is
 * called again and again for one rollout keeps its table, which knows the last record.
 */
public final class RolloutTable {
  private static final int ATTEMPTS = 10;
  private final DynamoDbClient dynamoDb;
  private final String table;
  private final LastDocument<Rollout> last = new LastDocument<>(Rollout.class);

  /** The rollouts in a table. */
  public RolloutTable(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  /** The rollouts in the table that the function's environment names. */
  public static RolloutTable of(Ports ports) {
    return new RolloutTable(ports.dynamoDb(), ports.variable("PICASSO_ROLLOUTS_TABLE"));
  }

  private record Stored(Rollout rollout, long revision) {

    static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
      return Optional.ofNullable(item.get(name))
          .orElseThrow(() ->
              new IllegalStateException(
                  "An item of the rollouts table has no attribute "
                      + name
                      + ". Somebody else wrote it; repair or delete it."));
    }
  }

  private Stored stored(Map<String, AttributeValue> item) {
    return new Stored(
        last.read(Stored.attribute(item, "document").s()),
        Long.parseLong(Stored.attribute(item, "revision").n()));
  }

  /** One rollout by a consistent read. */
  public Optional<Rollout> read(Environment environment, RolloutId id) {
    return stored(environment, id).map(Stored::rollout);
  }

  /** All rollouts of an environment, the latest first. */
  public List<Rollout> list(Environment environment) {
    return dynamoDb
        .queryPaginator(request ->
            request
                .tableName(table)
                .keyConditionExpression("environment = :environment")
                .expressionAttributeValues(
                    Map.of(":environment", AttributeValue.fromS(environment.value())))
                .consistentRead(true))
        .items()
        .stream()
        .map(item -> stored(item).rollout())
        .sorted(Comparator.comparing(Rollout::startedAt).reversed())
        .toList();
  }

  /** Writes a new record, unless this rollout has one already; answers what is stored then. */
  public Rollout create(Rollout rollout, Instant now) {
    try {
      put(new Stored(rollout, 1), now, "attribute_not_exists(rolloutId)", Map.of());
      return rollout;
    } catch (ConditionalCheckFailedException exists) {
      return read(rollout.environment(), rollout.id()).orElse(rollout);
    }
  }

  /**
   * Changes a record; the change is asked again when somebody else changed the record in between.
   *
   * @return the record after the change
   * @throws UnknownRollout if there is no such record
   */
  public Rollout change(
      Environment environment, RolloutId id, Instant now, UnaryOperator<Rollout> change) {
    for (int attempt = 1; ; attempt++) {
      var before = stored(environment, id).orElseThrow(() -> new UnknownRollout(environment, id));
      var after = change.apply(before.rollout());
      if (after.equals(before.rollout())) {
        return after;
      }
      try {
        put(
            new Stored(after, before.revision() + 1),
            now,
            "revision = :old",
            Map.of(":old", AttributeValue.fromN(Long.toString(before.revision()))));
        return after;
      } catch (ConditionalCheckFailedException changed) {
        if (attempt == ATTEMPTS) {
          throw changed;
        }
      }
    }
  }

  private Optional<Stored> stored(Environment environment, RolloutId id) {
    var item =
        dynamoDb
            .getItem(request ->
                request
                    .tableName(table)
                    .key(
                        Map.of(
                            "environment", AttributeValue.fromS(environment.value()),
                            "rolloutId", AttributeValue.fromS(id.toString())))
                    .consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(stored(item));
  }

  private void put(
      Stored stored, Instant now, String condition, Map<String, AttributeValue> values) {
    var rollout = stored.rollout();
    var item = new HashMap<String, AttributeValue>();
    item.put("environment", AttributeValue.fromS(rollout.environment().value()));
    item.put("rolloutId", AttributeValue.fromS(rollout.id().toString()));
    item.put("status", AttributeValue.fromS(rollout.status().name()));
    item.put("updatedAt", AttributeValue.fromS(now.toString()));
    item.put("revision", AttributeValue.fromN(Long.toString(stored.revision())));
    var document = Contracts.write(rollout);
    item.put("document", AttributeValue.fromS(document));
    var request =
        PutItemRequest.builder().tableName(table).item(item).conditionExpression(condition);
    dynamoDb.putItem(
        values.isEmpty() ? request.build() : request.expressionAttributeValues(values).build());
    last.written(document, rollout);
  }
}
