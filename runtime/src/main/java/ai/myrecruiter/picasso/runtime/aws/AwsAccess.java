package ai.myrecruiter.picasso.runtime.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * Where AWS is and who asks, by a function's environment rather than the process's, so that several
 * functions can run in one process.
 */
public final class AwsAccess {
  private final Map<String, String> environment;

  /** The access that an environment describes. */
  public AwsAccess(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** The function's Region. */
  public Region region() {
    return Region.of(environment.getOrDefault("AWS_REGION", "us-east-1"));
  }

  /**
   * Another endpoint than AWS's own, if the environment names one.
   *
   * @param service as in {@code AWS_ENDPOINT_URL_DYNAMODB}
   */
  public Optional<URI> endpoint(String service) {
    return value("AWS_ENDPOINT_URL_" + service)
        .or(() -> value("AWS_ENDPOINT_URL"))
        .map(URI::create);
  }

  /**
   * A client of a service, with the JDK's own HTTP.
   *
   * @param service as in {@link #endpoint}
   * @param patience how long a call may take in all, retries included
   */
  public <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B client(
      B builder, String service, Duration patience) {
    builder
        .region(region())
        .credentialsProvider(credentials())
        .overrideConfiguration(configuration -> configuration.apiCallTimeout(patience))
        .httpClientBuilder(UrlConnectionHttpClient.builder());
    endpoint(service).ifPresent(builder::endpointOverride);
    return builder;
  }

  /** Lambda's own credentials: from the environment, or after a snapshot from its endpoint. */
  public AwsCredentialsProvider credentials() {
    var key = value("AWS_ACCESS_KEY_ID");
    if (key.isEmpty() || value("AWS_CONTAINER_CREDENTIALS_FULL_URI").isPresent()) {
      return DefaultCredentialsProvider.builder().build();
    }
    return StaticCredentialsProvider.create(fixed(key.get()));
  }

  private AwsCredentials fixed(String key) {
    var secret = required("AWS_SECRET_ACCESS_KEY");
    return value("AWS_SESSION_TOKEN")
        .<AwsCredentials>map(token -> AwsSessionCredentials.create(key, secret, token))
        .orElseGet(() -> AwsBasicCredentials.create(key, secret));
  }

  /**
   * A variable that the function cannot do without.
   *
   * @throws IllegalStateException naming the variable
   */
  public String required(String variable) {
    return value(variable)
        .orElseThrow(() ->
            new IllegalStateException(
                "environment variable %s is not set: the template gives it".formatted(variable)));
  }

  /** A variable, unless it is missing or blank. */
  public Optional<String> value(String variable) {
    return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
  }
}
