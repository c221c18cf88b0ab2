package ai.myrecruiter.picasso.local.functionurl;

import ai.myrecruiter.picasso.local.engine.LambdaAnswer;
import ai.myrecruiter.picasso.local.engine.LambdaFailure;
import ai.myrecruiter.picasso.local.engine.LambdaPort;
import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.sdk.Ids;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Turns one HTTP request into an invocation of the alias and its answer into the HTTP response. */
final class FunctionUrlHandler implements HttpHandler {
  private static final int MOST_BODY_BYTES = 6 * 1024 * 1024;
  private static final long MOST_DRAINED_BYTES = 10L * MOST_BODY_BYTES;
  private final EventLoop loop;
  private final LambdaPort lambda;
  private final String target;
  private final Cors cors;

  FunctionUrlHandler(EventLoop loop, LambdaPort lambda, String target, Cors cors) {
    this.loop = loop;
    this.lambda = lambda;
    this.target = target;
    this.cors = cors;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var requestId = loop.call(() -> Ids.uuid(loop.random()));
      answer(exchange, requestId).withRequestId(requestId).send(exchange);
    }
  }

  private HttpAnswer answer(HttpExchange exchange, String requestId) throws IOException {
    if (cors.isPreflight(exchange.getRequestMethod(), exchange.getRequestHeaders())) {
      cors.preflight(exchange.getRequestHeaders(), exchange.getResponseHeaders());
      return HttpAnswer.empty(200);
    }
    cors.answer(exchange.getRequestHeaders(), exchange.getResponseHeaders());
    var body = exchange.getRequestBody().readNBytes(MOST_BODY_BYTES + 1);
    if (body.length > MOST_BODY_BYTES) {
      drain(exchange);
      return HttpAnswer.message(413, "Request Entity Too Large");
    }
    return invoke(exchange, requestId, body);
  }

  /** Lets a client finish sending, so that it reads the refusal; up to a limit. */
  private static void drain(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().skip(MOST_DRAINED_BYTES);
  }

  private HttpAnswer invoke(HttpExchange exchange, String requestId, byte[] body)
      throws IOException {
    var event = FunctionUrlEvent.of(exchange, body, requestId, loop.now());
    var invocation = new CompletableFuture<LambdaAnswer>();
    loop.post(() ->
        lambda
            .invoke(target, event)
            .whenComplete((answer, failure) -> {
              if (failure != null) {
                invocation.completeExceptionally(failure);
              } else {
                invocation.complete(answer);
              }
            }));
    try {
      return HttpAnswer.of(invocation.get());
    } catch (ExecutionException e) {
      return refusal(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return HttpAnswer.message(503, "Service Unavailable");
    }
  }

  private static HttpAnswer refusal(@org.jspecify.annotations.Nullable Throwable failure) {
    return failure instanceof LambdaFailure refused
            && refused.errorCode().endsWith("TooManyRequestsException")
        ? HttpAnswer.message(429, "Rate Exceeded.")
        : HttpAnswer.message(502, "Internal Server Error");
  }
}
