package ai.myrecruiter.picasso.local.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PageServerTest {
  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private PageServer server;

  @BeforeEach
  void open() throws IOException {
    Files.writeString(folder.resolve("index.html"), "<title>page</title>");
    Files.writeString(folder.resolve("client.js"), "export const one = 1;");
    server = PageServer.open(folder, 0);
  }

  @AfterEach
  void close() {
    server.close();
    http.close();
  }

  @Test
  void servesThePageAtItsRoot() throws Exception {
    var answer = get("/");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("<title>page</title>");
  }

  @Test
  void servesModulesAsScripts() throws Exception {
    assertThat(get("/client.js").headers().firstValue("Content-Type").orElseThrow())
        .contains("javascript");
  }

  @Test
  void letsThePageLoadItsOwnFilesOnly() throws Exception {
    for (var path : new String[] {"/", "/client.js", "/config.json"}) {
      assertThat(get(path).headers().firstValue("Content-Security-Policy").orElseThrow())
          .as(path)
          .startsWith("default-src 'none'; script-src 'self'");
      assertThat(get(path).headers().firstValue("Cache-Control")).as(path).contains("no-store");
    }
  }

  @Test
  void tellsThePageWhereItsServiceIs() throws Exception {
    assertThat(get("/config.json").statusCode()).isEqualTo(404);
    server.configure(Map.of("master", "http://127.0.0.1:1/", "tenant", "f4a1c09e"));
    assertThat(get("/config.json").body())
        .contains("\"master\":\"http://127.0.0.1:1/\"", "\"tenant\":\"f4a1c09e\"");
  }

  @Test
  void servesNothingOutsideItsFolder() throws Exception {
    Files.writeString(folder.resolveSibling("secret.txt"), "secret");
    assertThat(get("/..%2Fsecret.txt").statusCode()).isEqualTo(404);
    assertThat(get("/%2e%2e/secret.txt").statusCode()).isEqualTo(404);
  }

  @Test
  void listensOnLoopbackOnly() {
    assertThat(server.uri().getHost()).isEqualTo("127.0.0.1");
    assertThat(server.uri().toString()).isEqualTo(server.origin() + "/");
  }

  @Test
  void refusesAFolderWithoutAPage() throws IOException {
    var empty = folder.resolve("empty");
    Files.createDirectory(empty);
    assertThatThrownBy(() -> PageServer.open(empty, 0))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(empty.toString())
        .hasMessageContaining("index.html");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(server.origin() + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
