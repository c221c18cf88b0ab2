package ai.myrecruiter.picasso.local.runtimeapi;

import ai.myrecruiter.picasso.local.wire.WireReply;
import ai.myrecruiter.picasso.local.wire.WireRequest;
import ai.myrecruiter.picasso.local.wire.WireServer;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;

/** The Runtime API of one execution environment, on a port of its own. */
public final class RuntimeApi implements Closeable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern INVOCATION =
      Pattern.compile("/2018-06-01/runtime/invocation/([^/]+)/(response|error)");
  private final LinkedBlockingQueue<Offer> offers = new LinkedBlockingQueue<>();
  private final CompletableFuture<Void> restore = new CompletableFuture<>();
  private final List<FunctionFailure> startFailures = new CopyOnWriteArrayList<>();
  private final Session session = new Session();
  private final Responses responses;
  private final WireServer server;

  private RuntimeApi(ResponseLimits limits) throws IOException {
    this.responses = new Responses(session, limits);
    this.server = WireServer.listening(0, this::handle);
  }

  /**
   * Starts the API.
   *
   * @throws IOException if no port can be had
   */
  public static RuntimeApi start(ResponseLimits limits) throws IOException {
    return new RuntimeApi(limits);
  }

  /** The value of {@code AWS_LAMBDA_RUNTIME_API}. */
  public String address() {
    return server.address();
  }

  /** Where the environment is. */
  public State state() {
    return session.state();
  }

  /** Completes when the function waits for work or for its restore, or has failed to start. */
  public CompletableFuture<State> started() {
    return session.started();
  }

  /** Errors that the function reported at its start or restore. */
  public List<FunctionFailure> startFailures() {
    return List.copyOf(startFailures);
  }

  /** Hands an invocation to the function, when it asks next. */
  public void offer(Offer offer) throws IOException {
    offers.add(offer);
    if (state() == State.FAILED) {
      gone();
    }
  }

  /** Lets a function that waits in {@code /restore/next} go on. */
  public void restore() {
    restore.complete(null);
  }

  private void handle(WireRequest request, WireReply reply) throws IOException {
    try {
      route(request, reply);
    } catch (ApiError refusal) {
      var body =
          JSON.createObjectNode()
              .put("errorType", refusal.type())
              .put("errorMessage", String.valueOf(refusal.getMessage()));
      if (request.body().isChunked()) {
        reply.closing();
      }
      reply.send(refusal.status(), json(), bytes(body.toString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the stage ends", e);
    }
  }

  private void route(WireRequest request, WireReply reply)
      throws ApiError, IOException, InterruptedException {
    var call = request.method() + " " + request.path();
    switch (call) {
      case "GET /2018-06-01/runtime/invocation/next" -> next(reply);
      case "GET /2018-06-01/runtime/restore/next" -> restoreNext(reply);
      case "POST /2018-06-01/runtime/init/error" -> {
        session.initFailed();
        startFailures.add(Responses.failure(request));
        accepted(reply);
      }
      case "POST /2018-06-01/runtime/restore/error" -> {
        session.restoreFailed();
        startFailures.add(Responses.failure(request));
        accepted(reply);
      }
      default -> invocation(request, reply);
    }
  }

  private void invocation(WireRequest request, WireReply reply) throws ApiError, IOException {
    var path = INVOCATION.matcher(request.path());
    if (!path.matches() || !request.method().equals("POST")) {
      throw ApiError.notFound();
    }
    if (path.group(2).equals("error")) {
      responses.error(path.group(1), request);
    } else {
      responses.response(path.group(1), request);
    }
    accepted(reply);
  }

  private void next(WireReply reply) throws ApiError, IOException, InterruptedException {
    session.ready();
    var offer = offers.take();
    session.invoked(offer);
    var headers = new LinkedHashMap<>(json());
    headers.put("Lambda-Runtime-Aws-Request-Id", offer.requestId());
    headers.put("Lambda-Runtime-Deadline-Ms", Long.toString(offer.deadline().toEpochMilli()));
    headers.put("Lambda-Runtime-Invoked-Function-Arn", offer.functionArn());
    headers.put("Lambda-Runtime-Trace-Id", offer.traceId());
    reply.send(200, headers, offer.event());
  }

  private void restoreNext(WireReply reply) throws ApiError, IOException {
    session.restoring();
    restore.join();
    session.restored();
    reply.send(200, json(), new byte[0]);
  }

  private static void accepted(WireReply reply) throws IOException {
    reply.send(202, json(), bytes("{\"status\":\"OK\"}"));
  }

  private static Map<String, String> json() {
    return Map.of("Content-Type", "application/json");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Ends the environment: the function's connections are cut. */
  @Override
  public void close() throws IOException {
    server.close();
    gone();
  }

  /** Says that the function has ended, as Lambda notices when its process exits. */
  public void gone() throws IOException {
    var failure = new FunctionFailure("Runtime.ExitError", "");
    var lost = session.gone();
    if (lost.isPresent()) {
      lost.get().sink().fail(failure);
    }
    for (var offer = offers.poll(); offer != null; offer = offers.poll()) {
      offer.sink().fail(failure);
      offer.ended().complete(Optional.of(failure));
    }
  }
}
