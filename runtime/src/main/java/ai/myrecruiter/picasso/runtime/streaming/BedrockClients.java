package ai.myrecruiter.picasso.runtime.streaming;

import ai.myrecruiter.picasso.runtime.aws.AwsAccess;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;

/**
 * Makes clients of Bedrock: over HTTP/1.1, since an execution environment has one stream at a time,
 * on one thread; without retries, which would repeat tokens; events handed over on the thread that
 * reads them.
 */
final class BedrockClients {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final int MOST_CONNECTIONS = 4;

  /**
   * Off: it would write lines of its own between those of the log. Held, because the JDK would
   * forget a logger that nobody holds, and its level.
   */
  private static final Logger SILENT = Logger.getLogger("io.netty");

  static {
    SILENT.setLevel(Level.OFF);
  }

  private final AwsAccess access;
  private final Duration silence;

  /**
   * Clients of a function.
   *
   * @param silence after which a connection counts as dead; above the idle limit of a stream
   */
  BedrockClients(AwsAccess access, Duration silence) {
    this.access = access;
    this.silence = silence;
  }

  BedrockRuntimeAsyncClient create() {
    var builder =
        BedrockRuntimeAsyncClient.builder()
            .region(access.region())
            .credentialsProvider(access.credentials())
            .httpClientBuilder(http())
            .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .asyncConfiguration(c ->
                c.advancedOption(
                    SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, Runnable::run));
    access.endpoint("BEDROCK_RUNTIME").ifPresent(builder::endpointOverride);
    return builder.build();
  }

  private SdkAsyncHttpClient.Builder<?> http() {
    return NettyNioAsyncHttpClient.builder()
        .protocol(Protocol.HTTP1_1)
        .connectionTimeout(CONNECT)
        .readTimeout(silence)
        .tcpKeepAlive(true)
        .maxConcurrency(MOST_CONNECTIONS)
        .eventLoopGroupBuilder(SdkEventLoopGroup.builder().numberOfThreads(1));
  }
}
