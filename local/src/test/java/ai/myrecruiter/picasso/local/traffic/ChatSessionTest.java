package ai.myrecruiter.picasso.local.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ChatSessionTest {
  private static final String TOKEN_HEADER = "x-jwt-token";
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile int status = 200;
  private volatile String body = "{\"token\":\"one\"}";
  private HttpServer server;
  private ChatSession session;

  @BeforeEach
  void serve() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          }
        });
    server.start();
    var url = URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
    session = new ChatSession(client, url, Duration.ofSeconds(10));
  }

  @AfterEach
  void close() {
    client.shutdownNow();
    server.stop(0);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    var limit = Instant.now().plusSeconds(20);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(limit);
      Thread.sleep(Duration.ofMillis(10));
    }
  }

  private String token() {
    return session.next().headers().firstValue(TOKEN_HEADER).orElse("");
  }

  @Test
  void asksWithoutTokenUntilItHasOne() throws Exception {
    var first = session.next();
    assertThat(first.headers().map()).doesNotContainKey(TOKEN_HEADER).containsKey("x-tenant-hash");
    assertThat(first.method()).isEqualTo("POST");
    await(() -> token().equals("one"));
    assertThat(asked).containsOnly("POST /?action=issue_token");
    int before = asked.size();
    assertThat(token()).isEqualTo("one");
    assertThat(asked).hasSize(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 410})
  void getsAnotherTokenWhenOneIsRefused(int refusal) throws Exception {
    await(() -> token().equals("one"));
    body = "{\"token\":\"two\"}";
    session.answered(refusal);
    assertThat(token()).isEmpty();
    await(() -> token().equals("two"));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 403, 429, 500, 503})
  void keepsItsTokenThroughEveryOtherAnswer(int answer) throws Exception {
    await(() -> token().equals("one"));
    session.answered(answer);
    assertThat(token()).isEqualTo("one");
  }

  @ParameterizedTest
  @CsvSource({"500,{}", "429,{}", "200,no JSON", "200,{}"})
  void asksAgainWhenItGotNoToken(int answer, String text) throws Exception {
    status = answer;
    body = text;
    assertThat(token()).isEmpty();
    await(() -> !asked.isEmpty());
    assertThat(token()).isEmpty();
    status = 200;
    body = "{\"token\":\"late\"}";
    await(() -> token().equals("late"));
  }
}
