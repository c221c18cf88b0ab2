package ai.myrecruiter.picasso.runtime.master;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
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

  static Clients of(Map<String, String> environment) {
    return new Clients(
        configured(DynamoDbClient.builder(), environment, "DYNAMODB", DATA_PATIENCE).build(),
        configured(SecretsManagerClient.builder(), environment, "SECRETS_MANAGER", DATA_PATIENCE)
            .build(),
        configured(BedrockRuntimeClient.builder(), environment, "BEDROCK_RUNTIME", MODEL_PATIENCE)
            .build());
  }

  private static <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configured(
      B builder, Map<String, String> environment, String service, Duration patience) {
    builder
        .region(Region.of(environment.getOrDefault("AWS_REGION", "us-east-1")))
        .credentialsProvider(credentials(environment))
        .overrideConfiguration(configuration -> configuration.apiCallTimeout(patience))
        .httpClientBuilder(UrlConnectionHttpClient.builder());
    var endpoint = environment.get("AWS_ENDPOINT_URL_" + service);
    return endpoint == null ? builder : builder.endpointOverride(URI.create(endpoint));
  }

  private static AwsCredentialsProvider credentials(Map<String, String> environment) {
    var key = environment.getOrDefault("AWS_ACCESS_KEY_ID", "");
    var secret = environment.getOrDefault("AWS_SECRET_ACCESS_KEY", "");
    var token = environment.get("AWS_SESSION_TOKEN");
    return token == null
        ? StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret))
        : StaticCredentialsProvider.create(AwsSessionCredentials.create(key, secret, token));
  }
}
