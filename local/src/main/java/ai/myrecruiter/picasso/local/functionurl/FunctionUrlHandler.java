package ai.myrecruiter.picasso.local.functionurl;

import ai.myrecruiter.picasso.local.engine.LambdaAnswer;
import ai.myrecruiter.picasso.local.engine.LambdaFailure;
import ai.myrecruiter.picasso.local.lambda.LambdaService;
import ai.myrecruiter.picasso.local.loop.EventLoop;
import ai.myrecruiter.picasso.local.sdk.Ids;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Turns one HTTP request into an invocation of the alias and its answer into the HTTP response. */
final class FunctionUrlHandler implements HttpHandler {
  private static final int MOST_BODY_BYTES = 6 * 1024 * 1024;
  private static final long MOST_DRAINED_BYTES = 10L * MOST_BODY_BYTES;
  private final EventLoop loop;
  private final LambdaService lambda;
  private final String target;
  private final Cors cors;
  private final boolean streams;

  FunctionUrlHandler(
      EventLoop loop, LambdaService lambda, String target, Cors cors, boolean streams) {
    this.loop = loop;
    this.lambda = lambda;
    this.target = target;
    this.cors = cors;
    this.streams = streams;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var requestId = loop.call(() -> Ids.uuid(loop.random()));
      var answer = answer(exchange, requestId);
      if (answer.isPresent()) {
        answer.get().withRequestId(requestId).send(exchange);
      }
    }
  }

  /** The answer, unless it has been streamed already. */
  private Optional<HttpAnswer> answer(HttpExchange exchange, String requestId) throws IOException {
    if (cors.isPreflight(exchange.getRequestMethod(), exchange.getRequestHeaders())) {
      cors.preflight(exchange.getRequestHeaders(), exchange.getResponseHeaders());
      return Optional.of(HttpAnswer.empty(200));
    }
    cors.answer(exchange.getRequestHeaders(), exchange.getResponseHeaders());
    var body = exchange.getRequestBody().readNBytes(MOST_BODY_BYTES + 1);
    if (body.length > MOST_BODY_BYTES) {
      drain(exchange);
      return Optional.of(HttpAnswer.message(413, "Request Entity Too Large"));
    }
    return invoke(exchange, requestId, body);
  }

  /** Lets a client finish sending, so that it reads the refusal; up to a limit. */
  private static void drain(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().skip(MOST_DRAINED_BYTES);
  }

  private Optional<HttpAnswer> invoke(HttpExchange exchange, String requestId, byte[] body)
      throws IOException {
    var event = FunctionUrlEvent.of(exchange, body, requestId, loop.now());
    var invocation = new CompletableFuture<LambdaAnswer>();
    var streamed = new AtomicReference<@Nullable StreamedAnswer>();
    loop.post(() ->
        started(exchange, event, streamed)
            .whenComplete((answer, failure) -> {
              if (failure != null) {
                invocation.completeExceptionally(failure);
              } else {
                invocation.complete(answer);
              }
            }));
    try {
      return rest(invocation.get(), streamed.get());
    } catch (ExecutionException e) {
      return Optional.of(refusal(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(HttpAnswer.message(503, "Service Unavailable"));
    }
  }

  private CompletionStage<LambdaAnswer> started(
      HttpExchange exchange, byte[] event, AtomicReference<@Nullable StreamedAnswer> streamed) {
    if (!streams) {
      return lambda.invoke(target, event);
    }
    return lambda.invokeStreaming(
        target,
        event,
        (requestId, version) -> {
          var answer = new StreamedAnswer(exchange, requestId, version);
          streamed.set(answer);
          return answer;
        });
  }

  private static Optional<HttpAnswer> rest(LambdaAnswer answer, @Nullable StreamedAnswer streamed) {
    if (streamed == null) {
      return Optional.of(HttpAnswer.of(answer));
    }
    streamed.end();
    return streamed.begun() ? Optional.empty() : Optional.of(HttpAnswer.of(answer));
  }

  private static HttpAnswer refusal(@Nullable Throwable failure) {
    return failure instanceof LambdaFailure refused
            && refused.errorCode().endsWith("TooManyRequestsException")
        ? HttpAnswer.message(429, "Rate Exceeded.")
        : HttpAnswer.message(502, "Internal Server Error");
  }
}
