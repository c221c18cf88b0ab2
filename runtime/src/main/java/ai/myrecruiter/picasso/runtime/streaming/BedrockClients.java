package ai.myrecruiter.picasso.runtime.streaming;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;

/**
 * Makes clients of Bedrock by a function's environment: one connection over HTTP/1.1, since an
 * execution environment has one stream at a time, on one thread; without retries, which would
 * repeat tokens; events handed over on the thread that reads them.
 */
final class BedrockClients {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private final Map<String, String> environment;
  private final Duration silence;

  /**
   * Clients by an environment.
   *
   * @param silence after which a connection counts as dead; above the idle limit of a stream
   */
  BedrockClients(Map<String, String> environment, Duration silence) {
    this.environment = Map.copyOf(environment);
    this.silence = silence;
  }

  BedrockRuntimeAsyncClient create() {
    var builder =
        BedrockRuntimeAsyncClient.builder()
            .region(Region.of(environment.getOrDefault("AWS_REGION", "us-east-1")))
            .credentialsProvider(credentials())
            .httpClientBuilder(http())
            .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .asyncConfiguration(
                c ->
                    c.advancedOption(
                        SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, Runnable::run));
    endpoint().ifPresent(builder::endpointOverride);
    return builder.build();
  }

  private Optional<URI> endpoint() {
    return value("AWS_ENDPOINT_URL_BEDROCK_RUNTIME")
        .or(() -> value("AWS_ENDPOINT_URL"))
        .map(URI::create);
  }

  /** Lambda's own credentials: from the environment, or after a snapshot from its endpoint. */
  private AwsCredentialsProvider credentials() {
    if (value("AWS_CONTAINER_CREDENTIALS_FULL_URI").isPresent()) {
      return DefaultCredentialsProvider.builder().build();
    }
    Function<String, AwsCredentialsProvider> fixed =
        key ->
            StaticCredentialsProvider.create(
                value("AWS_SESSION_TOKEN")
                    .<software.amazon.awssdk.auth.credentials.AwsCredentials>map(
                        token -> AwsSessionCredentials.create(key, secret(), token))
                    .orElseGet(() -> AwsBasicCredentials.create(key, secret())));
    return value("AWS_ACCESS_KEY_ID")
        .map(fixed)
        .orElseGet(() -> DefaultCredentialsProvider.builder().build());
  }

  private String secret() {
    return value("AWS_SECRET_ACCESS_KEY")
        .orElseThrow(() ->
            new IllegalArgumentException(
                "AWS_ACCESS_KEY_ID without AWS_SECRET_ACCESS_KEY: give both or none"));
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private SdkAsyncHttpClient.Builder<?> http() {
    return NettyNioAsyncHttpClient.builder()
        .protocol(Protocol.HTTP1_1)
        .connectionTimeout(CONNECT)
        .readTimeout(silence)
        .tcpKeepAlive(true)
        .maxConcurrency(4)
        .eventLoopGroupBuilder(SdkEventLoopGroup.builder().numberOfThreads(1));
  }
}
