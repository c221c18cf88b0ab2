package ai.myrecruiter.picasso.local.traffic;

import ai.myrecruiter.picasso.local.payload.FirstTenants;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One person's conversation with the chat: gets a token, asks with it, and gets another when that
 * one is refused. Until there is a token it asks without.
 */
final class ChatSession {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String QUESTION = "{\"message\":\"When are you open?\"}";
  private final HttpClient client;
  private final URI url;
  private final Duration patience;
  private final AtomicBoolean asking = new AtomicBoolean();
  private volatile String token = "";

  ChatSession(HttpClient client, URI url, Duration patience) {
    this.client = client;
    this.url = url;
    this.patience = patience;
  }

  /** A question without a token, as clients from before tokens send it. */
  static HttpRequest question(URI url, Duration patience) {
    return request(url, patience).POST(HttpRequest.BodyPublishers.ofString(QUESTION)).build();
  }

  private static HttpRequest.Builder request(URI url, Duration patience) {
    return HttpRequest.newBuilder(url)
        .timeout(patience)
        .header("Content-Type", "application/json")
        .header("x-tenant-hash", FirstTenants.CLINIC);
  }

  /** The next question of the conversation. */
  HttpRequest next() {
    if (token.isEmpty()) {
      renew();
      return question(url, patience);
    }
    return request(url, patience)
        .header("x-jwt-token", token)
        .POST(HttpRequest.BodyPublishers.ofString(QUESTION))
        .build();
  }

  /** Takes notice of the status of an answer: a token that is refused is not used again. */
  void answered(int status) {
    if (status == 401 || status == 410) {
      token = "";
    }
  }

  private void renew() {
    if (!asking.compareAndSet(false, true)) {
      return;
    }
    var ask =
        request(url.resolve("?action=issue_token"), patience)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    var sent =
        client
            .sendAsync(ask, HttpResponse.BodyHandlers.ofString())
            .whenComplete((response, failure) -> {
              if (response != null && response.statusCode() == 200) {
                token = token(response.body());
              }
              asking.set(false);
            });
    if (sent.isCancelled()) {
      asking.set(false);
    }
  }

  private static String token(String body) {
    try {
      return JSON.readTree(body).path("token").asText();
    } catch (JsonProcessingException e) {
      return "";
    }
  }
}
