package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The records of deployments, beside those of the rollouts that they are part of: a partition of
 * their own in the same table. Every change is conditional on what was read; none is ever deleted.
 */
public final class DeploymentTable {
  private static final int ATTEMPTS = 10;
  private final DynamoDbClient dynamoDb;
  private final String table;

  /** The deployments in a table. */
  public DeploymentTable(DynamoDbClient dynamoDb, String table) {
    this.dynamoDb = dynamoDb;
    this.table = table;
  }

  /** The deployments in the table that the function's environment names. */
  static DeploymentTable of(Ports ports) {
    return new DeploymentTable(ports.dynamoDb(), ports.variable("PICASSO_ROLLOUTS_TABLE"));
  }

  /** One deployment by a consistent read. */
  public Optional<Deployment> read(Environment environment, RolloutId id) {
    return document(environment, id).map(text -> Contracts.read(text, Deployment.class));
  }

  /** All deployments of an environment, the latest first. */
  public List<Deployment> list(Environment environment) {
    return dynamoDb
        .queryPaginator(request ->
            request
                .tableName(table)
                .keyConditionExpression("environment = :partition")
                .expressionAttributeValues(
                    Map.of(":partition", AttributeValue.fromS(partition(environment))))
                .consistentRead(true))
        .items()
        .stream()
        .flatMap(item -> Optional.ofNullable(item.get("document")).stream())
        .map(document -> Contracts.read(document.s(), Deployment.class))
        .sorted((one, other) ->
            other.entries().getFirst().at().compareTo(one.entries().getFirst().at()))
        .toList();
  }

  /** The deployments of an environment that have not ended. */
  List<Deployment> open(Environment environment) {
    return list(environment).stream()
        .filter(deployment -> !deployment.status().terminal())
        .toList();
  }

  /** Writes a new record, unless there is one already; answers what is stored then. */
  public Deployment create(Deployment deployment) {
    return document(deployment.environment(), deployment.id())
        .map(text -> Contracts.read(text, Deployment.class))
        .orElseGet(() -> {
          try {
            put(deployment, Optional.empty());
            return deployment;
          } catch (ConditionalCheckFailedException exists) {
            return read(deployment.environment(), deployment.id()).orElseThrow(() -> exists);
          }
        });
  }

  /** Changes a record; asked again when somebody else changed it in between. */
  public Deployment change(
      Environment environment, RolloutId id, UnaryOperator<Deployment> change) {
    for (int attempt = 1; ; attempt++) {
      var stored = document(environment, id);
      var before =
          stored
              .map(text -> Contracts.read(text, Deployment.class))
              .orElseThrow(() ->
                  new ChangeRefused(
                      "Deployment %s has no record; start the rollout again.".formatted(id)));
      var after = change.apply(before);
      if (after.equals(before)) {
        return after;
      }
      try {
        put(after, stored);
        return after;
      } catch (ConditionalCheckFailedException changed) {
        if (attempt == ATTEMPTS) {
          throw changed;
        }
      }
    }
  }

  private Optional<String> document(Environment environment, RolloutId id) {
    var key = key(environment, id);
    var item =
        dynamoDb.getItem(request -> request.tableName(table).key(key).consistentRead(true)).item();
    return Optional.ofNullable(item.get("document")).map(AttributeValue::s);
  }

  private void put(Deployment deployment, Optional<String> old) {
    var item = new HashMap<>(key(deployment.environment(), deployment.id()));
    item.put("status", AttributeValue.fromS(deployment.status().name()));
    item.put("document", AttributeValue.fromS(Contracts.write(deployment)));
    dynamoDb.putItem(request -> {
      request.tableName(table).item(item);
      old.ifPresentOrElse(
          text ->
              request
                  .conditionExpression("document = :old")
                  .expressionAttributeValues(Map.of(":old", AttributeValue.fromS(text))),
          () -> request.conditionExpression("attribute_not_exists(rolloutId)"));
    });
  }

  private static Map<String, AttributeValue> key(Environment environment, RolloutId id) {
    return Map.of(
        "environment", AttributeValue.fromS(partition(environment)),
        "rolloutId", AttributeValue.fromS(id.toString()));
  }

  private static String partition(Environment environment) {
    return environment.value() + "/deployments";
  }
}
