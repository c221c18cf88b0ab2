package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.tasks.deployment.DeploymentTable;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Records in the environment's table, where the state machine keeps its own. Events are in items of
 * a partition of the deployment, a hundred in each: an item holds 400 KB.
 */
final class TableJournal implements Journal {
  private static final int EVENTS_AN_ITEM = 100;
  private final DynamoDbClient dynamoDb;
  private final Environment environment;
  private final String table;
  private final DeploymentTable records;

  TableJournal(DynamoDbClient dynamoDb, Environment environment) {
    this.dynamoDb = dynamoDb;
    this.environment = environment;
    this.table = environment.prefix() + "rollouts";
    this.records = new DeploymentTable(dynamoDb, table);
  }

  /** Some events of a deployment, in the order in which they happened. */
  record Events(List<RecordedEvent> events) {
    Events {
      events = List.copyOf(events);
    }
  }

  @Override
  public Optional<Deployment> read(RolloutId id) {
    return records.read(environment, id);
  }

  @Override
  public List<Deployment> list() {
    return records.list(environment);
  }

  @Override
  public Deployment create(Deployment deployment) {
    return records.create(deployment);
  }

  @Override
  public Deployment change(RolloutId id, UnaryOperator<Deployment> change) {
    return records.change(environment, id, change);
  }

  @Override
  public void keepEvents(RolloutId id, List<RecordedEvent> events) {
    for (var from = 0; from < events.size(); from += EVENTS_AN_ITEM) {
      var some = events.subList(from, Math.min(from + EVENTS_AN_ITEM, events.size()));
      var item = new HashMap<String, AttributeValue>();
      item.put("environment", AttributeValue.fromS(partition(id)));
      item.put("rolloutId", AttributeValue.fromS("events-%04d".formatted(from / EVENTS_AN_ITEM)));
      item.put("document", AttributeValue.fromS(Contracts.write(new Events(some))));
      dynamoDb.putItem(put -> put.tableName(table).item(item));
    }
  }

  @Override
  public List<RecordedEvent> events(RolloutId id) {
    var found = new ArrayList<RecordedEvent>();
    dynamoDb
        .queryPaginator(query ->
            query
                .tableName(table)
                .keyConditionExpression("environment = :partition")
                .expressionAttributeValues(
                    Map.of(":partition", AttributeValue.fromS(partition(id))))
                .consistentRead(true))
        .items()
        .forEach(item ->
            Optional.ofNullable(item.get("document"))
                .map(document -> Contracts.read(document.s(), Events.class).events())
                .ifPresent(found::addAll));
    return found;
  }

  private String partition(RolloutId id) {
    return environment.value() + "/deployments/" + id;
  }

  @Override
  public String where() {
    return "table " + table;
  }
}
