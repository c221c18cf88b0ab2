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
  private final DynamoDbClient client = LoudClient.of(DynamoDbClient.class, new MemoryCalls());

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
