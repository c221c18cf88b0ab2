package ai.myrecruiter.picasso.local.dynamodb;

import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The tables of a stage. */
public sealed interface StageDynamoDb extends AutoCloseable permits LocalDynamoDb, MemoryDynamoDb {
  /** The client of these tables. */
  DynamoDbClient client();

  /** Where the tables are served, if they are. */
  Optional<URI> endpoint();

  @Override
  void close();
}
