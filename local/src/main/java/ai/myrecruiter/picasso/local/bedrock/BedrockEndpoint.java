package ai.myrecruiter.picasso.local.bedrock;

import ai.myrecruiter.picasso.local.wire.WireReply;
import ai.myrecruiter.picasso.local.wire.WireRequest;
import ai.myrecruiter.picasso.local.wire.WireServer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Converse and ConverseStream over HTTP/1.1; any other call is refused. */
public final class BedrockEndpoint implements Closeable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PATH = Pattern.compile("/model/([^/]+)/(converse|converse-stream)");
  private static final int MOST_KEPT = 1_000;
  private final Function<ModelCall, ModelAnswer> answers;
  private final List<ModelCall> calls = new CopyOnWriteArrayList<>();
  private final LongAdder bytesSent = new LongAdder();
  private final WireServer server;

  private BedrockEndpoint(int port, Function<ModelCall, ModelAnswer> answers) throws IOException {
    this.answers = answers;
    this.server = WireServer.listening(port, this::handle);
  }

  /**
   * Starts the endpoint.
   *
   * @param port 0 to 65535, 0 for any that is free
   * @param answers decides each call
   * @throws IOException if the port cannot be had
   */
  public static BedrockEndpoint listening(int port, Function<ModelCall, ModelAnswer> answers)
      throws IOException {
    return new BedrockEndpoint(port, answers);
  }

  /** The value of {@code AWS_ENDPOINT_URL_BEDROCK_RUNTIME}. */
  public URI endpoint() {
    return URI.create("http://" + server.address());
  }

  /** The calls so far, the first thousand of them. */
  public List<ModelCall> calls() {
    return List.copyOf(calls);
  }

  /** How much of all streamed answers has been taken by a socket, in bytes. */
  public long bytesSent() {
    return bytesSent.sum();
  }

  private void handle(WireRequest request, WireReply reply) throws IOException {
    var path = PATH.matcher(request.path());
    if (!path.matches() || !request.method().equals("POST")) {
      refuse(reply, 404, "UnknownOperationException");
      return;
    }
    try {
      var model = URLDecoder.decode(path.group(1), StandardCharsets.UTF_8);
      var call = new ModelCall(model, request.headers(), JSON.readTree(request.body().all()));
      if (calls.size() < MOST_KEPT) {
        calls.add(call);
      }
      answer(call, path.group(2).equals("converse-stream"), reply);
    } catch (JsonProcessingException e) {
      refuse(reply, 400, "ValidationException");
    }
  }

  private void answer(ModelCall call, boolean streams, WireReply reply) throws IOException {
    switch (answers.apply(call)) {
      case ModelAnswer.Refused(int status, String type) -> refuse(reply, status, type);
      case ModelAnswer.Streamed(List<StreamStep> steps) -> {
        if (streams) {
          new Performance(reply, bytesSent).play(steps);
        } else {
          reply.send(200, json(), WholeAnswer.of(steps));
        }
      }
    }
  }

  private static void refuse(WireReply reply, int status, String type) throws IOException {
    var body = JSON.createObjectNode().put("message", "refused by the stage: " + type);
    reply.send(
        status,
        Map.of("Content-Type", "application/json", "x-amzn-ErrorType", type),
        body.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> json() {
    return Map.of("Content-Type", "application/json");
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
