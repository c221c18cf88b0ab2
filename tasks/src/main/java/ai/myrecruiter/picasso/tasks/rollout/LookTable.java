package ai.myrecruiter.picasso.tasks.rollout;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.rollout.RecordedLook;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The looks of rollouts, an item each, beside the rollouts' records in one table: a partition of
 * its own for each rollout. A look is written once and never changed.
 */
public final class LookTable {
  private final DynamoDbClient dynamoDb;
  private final String table;

  /** The looks in a table. */
  public LookTable(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  /** The looks in the table that the function's environment names. */
  static LookTable of(Ports ports) {
    return new LookTable(ports.dynamoDb(), ports.variable("PICASSO_ROLLOUTS_TABLE"));
  }

  /** A look by its id. */
  Optional<RecordedLook> read(Rollout rollout, String look) {
    var item =
        dynamoDb
            .getItem(
                request -> request.tableName(table).key(key(rollout, look)).consistentRead(true))
            .item();
    return item.isEmpty() ? Optional.empty() : Optional.of(look(item));
  }

  /** Keeps a look; if one of the same id is there already, that one stays and is the answer. */
  RecordedLook keep(Rollout rollout, RecordedLook look) {
    var item = new HashMap<>(key(rollout, look.id()));
    item.put("document", AttributeValue.fromS(Contracts.write(look)));
    try {
      dynamoDb.putItem(request ->
          request
              .tableName(table)
              .item(item)
              .conditionExpression("attribute_not_exists(rolloutId)"));
      return look;
    } catch (ConditionalCheckFailedException exists) {
      return read(rollout, look.id()).orElseThrow(() -> exists);
    }
  }

  /** All looks of a rollout that have counted, in their order. */
  public List<RecordedLook> list(Rollout rollout) {
    var partition = partition(rollout.environment(), rollout.id());
    return dynamoDb
        .queryPaginator(request ->
            request
                .tableName(table)
                .keyConditionExpression("environment = :partition")
                .expressionAttributeValues(Map.of(":partition", AttributeValue.fromS(partition)))
                .consistentRead(true))
        .items()
        .stream()
        .map(LookTable::look)
        .filter(look -> look.sequence() <= rollout.judge().looks())
        .sorted(Comparator.comparingLong(RecordedLook::sequence))
        .toList();
  }

  private static RecordedLook look(Map<String, AttributeValue> item) {
    return Optional.ofNullable(item.get("document"))
        .map(document -> Contracts.read(document.s(), RecordedLook.class))
        .orElseThrow(() ->
            new IllegalStateException(
                "A look in the rollouts table has no document. Somebody else wrote it; delete it."));
  }

  private static Map<String, AttributeValue> key(Rollout rollout, String look) {
    return Map.of(
        "environment", AttributeValue.fromS(partition(rollout.environment(), rollout.id())),
        "rolloutId", AttributeValue.fromS(look));
  }

  private static String partition(Environment environment, RolloutId id) {
    return environment.value() + "/" + id;
  }
}
