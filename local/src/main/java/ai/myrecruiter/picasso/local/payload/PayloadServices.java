package ai.myrecruiter.picasso.local.payload;

import ai.myrecruiter.picasso.local.bedrock.BedrockEndpoint;
import ai.myrecruiter.picasso.local.bedrock.ScriptedAnswers;
import ai.myrecruiter.picasso.local.secrets.Secrets;
import ai.myrecruiter.picasso.local.secrets.SecretsEndpoint;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What payload code reaches over loopback on the real clock: it runs in a class loader of its own,
 * with an SDK of its own, and knows no more of the stage than endpoints.
 */
public final class PayloadServices implements AutoCloseable {
  private static final String SHARED_HOSTS = "127.0.0.1,localhost,staging-chat.myrecruiter.ai";

  /** The stage's traffic comes from one address. */
  private static final String ISSUE_LIMIT = "100000";

  private final SecretsEndpoint secrets;
  private final BedrockEndpoint bedrock;
  private final URI dynamoDb;

  /**
   * Starts the endpoints.
   *
   * @param dynamoDb where DynamoDB is served already
   * @throws IOException if a port cannot be had
   */
  public PayloadServices(Secrets secrets, URI dynamoDb) throws IOException {
    this.secrets = new SecretsEndpoint(secrets);
    this.bedrock =
        BedrockEndpoint.listening(0, new ScriptedAnswers(Duration.ofMillis(5), Duration.ZERO));
    this.dynamoDb = dynamoDb;
  }

  /** What a packaged function gets beside the variables of the template, and over them. */
  public Map<String, String> environment() {
    return new TreeMap<>(
        Map.of(
            "AWS_REGION",
            "us-east-1",
            "AWS_ACCESS_KEY_ID",
            "local",
            "AWS_SECRET_ACCESS_KEY",
            "local",
            "AWS_ENDPOINT_URL_DYNAMODB",
            dynamoDb.toString(),
            "AWS_ENDPOINT_URL_SECRETS_MANAGER",
            secrets.uri().toString(),
            "AWS_ENDPOINT_URL_BEDROCK_RUNTIME",
            bedrock.endpoint().toString(),
            "PICASSO_SHARED_HOSTS",
            SHARED_HOSTS,
            "PICASSO_ISSUE_LIMIT",
            ISSUE_LIMIT));
  }

  /** Fills secrets and registry of an environment, once its stacks are there. */
  public static void seed(
      Secrets secrets, DynamoDbClient dynamoDb, String environment, Instant now) {
    var rings = FirstKeyRings.generate(now, "stage");
    secrets.put("picasso/%s/jwt/signing-key".formatted(environment), rings.signing());
    secrets.put("picasso/%s/jwt/verification-keys".formatted(environment), rings.verification());
    FirstTenants.register(dynamoDb, "picasso-%s-tenants".formatted(environment));
  }

  @Override
  public void close() {
    secrets.close();
    try {
      bedrock.close();
    } catch (IOException e) {
      throw new IllegalStateException("the stage's model did not stop: " + e.getMessage(), e);
    }
  }
}
