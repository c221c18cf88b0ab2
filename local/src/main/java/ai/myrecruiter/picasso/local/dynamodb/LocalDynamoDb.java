package ai.myrecruiter.picasso.local.dynamodb;

import com.amazonaws.services.dynamodbv2.local.embedded.DynamoDBEmbedded;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.ContextHandler;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Amazon DynamoDB Local in this JVM and in memory: silent, or also listening on loopback, so that a
 * command in another terminal reaches the same tables. Telemetry is off.
 */
public final class LocalDynamoDb implements StageDynamoDb {
  private static final boolean IN_MEMORY = true;
  private static final boolean SHARED = true;
  private final DynamoDbClient client;
  private final Optional<URI> endpoint;
  private final AutoCloseable server;

  private LocalDynamoDb(DynamoDbClient client, Optional<URI> endpoint, AutoCloseable server) {
    this.client = client;
    this.endpoint = endpoint;
    this.server = server;
  }

  /** Tables that only this JVM reaches. */
  public static LocalDynamoDb embedded() {
    var local = DynamoDBEmbedded.create(true);
    return new LocalDynamoDb(local.dynamoDbClient(), Optional.empty(), local::shutdownNow);
  }

  /**
   * Tables that are also served on the loopback address.
   *
   * @param port 0 to 65535, 0 for any that is free
   * @throws IOException if the port cannot be had
   */
  public static LocalDynamoDb listening(int port) throws IOException {
    var server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    try {
      var requests = new LocalDynamoDBRequestHandler(0, IN_MEMORY, null, SHARED, false);
      server.setHandler(new ContextHandler(new LocalDynamoDBServerHandler(requests, null), "/"));
      server.start();
    } catch (Exception e) {
      throw new IOException(
          "DynamoDB Local cannot listen on 127.0.0.1:%d: %s. Choose another port with --dynamodb-port."
              .formatted(port, e.getMessage()),
          e);
    }
    var endpoint = URI.create("http://127.0.0.1:" + server.getURI().getPort());
    return new LocalDynamoDb(client(endpoint), Optional.of(endpoint), server::stop);
  }

  private static DynamoDbClient client(URI endpoint) {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  @Override
  public DynamoDbClient client() {
    return client;
  }

  @Override
  public Optional<URI> endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    client.close();
    try {
      server.close();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local did not stop: " + e.getMessage(), e);
    }
  }
}
