package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.aws.AwsAccess;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The clients of a function, by its environment: region, credentials and endpoints are taken from
 * there and not from the process, so that several versions can run in one.
 */
record Clients(
    DynamoDbClient dynamoDb, SecretsManagerClient secrets, BedrockRuntimeClient bedrock) {
  /** Failing closed is only as quick as this. */
  private static final Duration DATA_PATIENCE = Duration.ofSeconds(3);

  private static final Duration MODEL_PATIENCE = Duration.ofSeconds(25);

  /** Clients hold no state of a request, so environments of one process share them. */
  private static final Map<Map<String, String>, Clients> SHARED = new ConcurrentHashMap<>();

  static Clients of(Map<String, String> environment) {
    return SHARED.computeIfAbsent(Map.copyOf(environment), Clients::create);
  }

  /** Closes the clients of an environment, if there are any; asked again, it gets others. */
  static void close(Map<String, String> environment) {
    var open = SHARED.remove(Map.copyOf(environment));
    if (open != null) {
      open.dynamoDb().close();
      open.secrets().close();
      open.bedrock().close();
    }
  }

  private static Clients create(Map<String, String> environment) {
    var access = new AwsAccess(environment);
    return new Clients(
        access.client(DynamoDbClient.builder(), "DYNAMODB", DATA_PATIENCE).build(),
        access.client(SecretsManagerClient.builder(), "SECRETS_MANAGER", DATA_PATIENCE).build(),
        access.client(BedrockRuntimeClient.builder(), "BEDROCK_RUNTIME", MODEL_PATIENCE).build());
  }
}
