package ai.myrecruiter.picasso.runtime.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The SDK's client against the service's protocol over loopback. */
final class SecretKeySourceTest {
  private static final String SIGNING = "picasso/test/jwt/signing-key";
  private static final String VERIFICATION = "picasso/test/jwt/verification-key";
  private final Map<String, String> stored = new ConcurrentHashMap<>();
  private final ObjectMapper json = new ObjectMapper();
  private final KeyRings rings = Stage.rings(Stage.BEGIN);
  private HttpServer server;
  private SecretsManagerClient client;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var id = json.readTree(exchange.getRequestBody()).path("SecretId").asText();
          var secret = stored.get(id);
          var body =
              secret == null
                  ? "{\"__type\":\"ResourceNotFoundException\",\"message\":\"no such secret\"}"
                  : json.createObjectNode().put("Name", id).put("SecretString", secret).toString();
          var bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("content-type", "application/x-amz-json-1.1");
          exchange.sendResponseHeaders(secret == null ? 400 : 200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    client =
        SecretsManagerClient.builder()
            .endpointOverride(URI.create("http://localhost:" + server.getAddress().getPort()))
            .region(Region.US_EAST_1)
            .credentialsProvider(AnonymousCredentialsProvider.create())
            .httpClient(UrlConnectionHttpClient.create())
            .build();
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  @Test
  void givesEachSideItsHalf() {
    stored.put(SIGNING, KeyRingDocument.write(rings));
    stored.put(VERIFICATION, KeyRingDocument.write(rings.publicHalf()));
    assertThat(signing(SIGNING).read().stream().activeKey().material().signing()).isPresent();
    assertThat(verification(VERIFICATION).read().stream().activeKey().material().signing())
        .isEmpty();
  }

  @Test
  void aVerifierThatIsGivenTheWrongSecretLetsNobodyIn() {
    stored.put(SIGNING, KeyRingDocument.write(rings));
    assertThatThrownBy(() -> verification(SIGNING).read()).isInstanceOf(TokensUnavailable.class);
  }

  @Test
  void aSecretThatIsMissingOrBrokenIsUnavailable() {
    assertThatThrownBy(() -> signing(SIGNING).read()).isInstanceOf(TokensUnavailable.class);
    stored.put(SIGNING, "{}");
    assertThatThrownBy(() -> signing(SIGNING).read())
        .isInstanceOf(TokensUnavailable.class)
        .hasCauseInstanceOf(IllegalKeyRing.class);
  }

  private SecretKeySource signing(String id) {
    return SecretKeySource.signing(client, id, EnumSet.of(Algorithm.ES256));
  }

  private SecretKeySource verification(String id) {
    return SecretKeySource.verification(client, id, EnumSet.of(Algorithm.ES256));
  }
}
