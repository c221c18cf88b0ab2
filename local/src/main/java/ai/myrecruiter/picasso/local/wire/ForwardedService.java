package ai.myrecruiter.picasso.local.wire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Set;

/** A service with a server of its own on loopback, to which calls are handed on as they are. */
public final class ForwardedService implements WireService, AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int BAD_GATEWAY = 502;

  /** What belongs to one connection and not to the call. */
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  private final String name;
  private final URI server;
  private final int maxBodyBytes;
  private final HttpClient http = HttpClient.newHttpClient();

  /**
   * Hands calls on.
   *
   * @param name in messages
   * @param server where the service is
   * @param maxBodyBytes the longest body that it takes, in bytes
   */
  public ForwardedService(String name, URI server, int maxBodyBytes) {
    this.name = name;
    this.server = server;
    this.maxBodyBytes = maxBodyBytes;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int maxBodyBytes() {
    return maxBodyBytes;
  }

  @Override
  public Reply answer(WireCall call) {
    var request =
        HttpRequest.newBuilder(server.resolve(call.path()))
            .timeout(LONGEST)
            .method(call.method(), BodyPublishers.ofByteArray(call.body()));
    call.headers()
        .forEach((header, value) -> {
          if (!OF_THE_CONNECTION.contains(header)) {
            request.header(header, value);
          }
        });
    try {
      return reply(http.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      return error(BAD_GATEWAY, "InternalServerError", name + " does not answer: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return error(BAD_GATEWAY, "InternalServerError", name + " ends");
    }
  }

  private static Reply reply(HttpResponse<byte[]> response) {
    var headers = new HashMap<String, String>();
    response
        .headers()
        .map()
        .forEach((header, values) -> {
          if (!header.startsWith(":") && !OF_THE_CONNECTION.contains(header)) {
            headers.put(header, values.getFirst());
          }
        });
    return new Reply(response.statusCode(), headers, response.body());
  }

  @Override
  public Reply error(int status, String code, String message) {
    return JsonService.failure(status, "application/x-amz-json-1.0", code, message);
  }

  @Override
  public void close() {
    http.close();
  }
}
