package ai.myrecruiter.picasso.local.dynamodb;

import ai.myrecruiter.picasso.local.sdk.LoudClient;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Tables in plain memory, for a stage that is opened a thousand times a minute: the calls and the
 * expressions that the rollout's tasks use, with the answers and errors of DynamoDB Local, and
 * nothing else; any other call or expression is refused by name. To be used by one thread only.
 */
public final class MemoryDynamoDb implements StageDynamoDb {
  private final CapacityMeter meter = new CapacityMeter();
  private final DynamoDbClient client = LoudClient.of(DynamoDbClient.class, new MemoryCalls(meter));

  /** What the calls would have been charged for. */
  public CapacityMeter meter() {
    return meter;
  }

  @Override
  public DynamoDbClient client() {
    return client;
  }

  @Override
  public Optional<URI> endpoint() {
    return Optional.empty();
  }

  @Override
  public void close() {
    client.close();
  }
}
