package ai.myrecruiter.picasso.cli.aws;

import ai.myrecruiter.picasso.cli.shell.Settings;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * The services that commands call. What is not given by option is found by the SDK as always: in
 * the environment ({@code AWS_PROFILE}, {@code AWS_REGION}, {@code AWS_ENDPOINT_URL_SFN} and the
 * like) and in the configuration files.
 *
 * @param sfn state machines and their executions
 * @param dynamoDb leases and records
 */
public record Clients(SfnClient sfn, DynamoDbClient dynamoDb) implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(20);

  /** Clients as the settings say. */
  public static Clients open(Settings settings) {
    var http = http();
    return new Clients(
        configure(SfnClient.builder(), settings, http).build(),
        configure(DynamoDbClient.builder(), settings, http).build());
  }

  /** How services are called. */
  static SdkHttpClient http() {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(CONNECT)
        .socketTimeout(ANSWER)
        .build();
  }

  /**
   * Clients of services at given endpoints that check no credentials, such as the local stage's.
   */
  public static Clients local(URI sfn, URI dynamoDb) {
    var http = UrlConnectionHttpClient.create();
    var anyone = StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
    return new Clients(
        SfnClient.builder()
            .httpClient(http)
            .endpointOverride(sfn)
            .region(Region.US_EAST_1)
            .credentialsProvider(anyone)
            .build(),
        DynamoDbClient.builder()
            .httpClient(http)
            .endpointOverride(dynamoDb)
            .region(Region.US_EAST_1)
            .credentialsProvider(anyone)
            .build());
  }

  static <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configure(
      B builder, Settings settings, SdkHttpClient http) {
    builder.httpClient(http);
    settings.region().map(Region::of).ifPresent(builder::region);
    settings.endpoint().ifPresent(builder::endpointOverride);
    settings
        .profile()
        .ifPresent(profile ->
            builder
                .overrideConfiguration(configuration -> configuration.defaultProfileName(profile))
                .credentialsProvider(ProfileCredentialsProvider.create(profile)));
    return builder;
  }

  @Override
  public void close() {
    sfn.close();
    dynamoDb.close();
  }
}
