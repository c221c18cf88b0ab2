package ai.myrecruiter.picasso.local.standin;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The chat service behind its Function URL: {@code ?action=health_check} and a chat answer to a
 * posted {@code {"message": ...}}. A direct invocation with {@code {"action":"health_check"}} gets
 * the health as plain JSON.
 */
public final class ChatHandler implements RequestStreamHandler {
  private static final int MAX_BODY_BYTES = 32_768;
  private static final int MAX_MESSAGE_CHARACTERS = 4_000;

  private final ObjectMapper json =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private final RequestRecord record = new RequestRecord(json);
  private final Answers answers = new Answers();
  private final InstantSource clock;
  private final TenantRegistry tenants;

  /** The handler as Lambda makes it. */
  public ChatHandler() {
    this(InstantSource.system(), TenantRegistry.deployed());
  }

  /** The handler with its ports. */
  public ChatHandler(InstantSource clock, TenantRegistry tenants) {
    this.clock = clock;
    this.tenants = tenants;
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var start = clock.instant();
    var method = "";
    var action = "";
    boolean direct = false;
    Reply reply;
    try {
      var request = ChatRequest.of(event(input));
      method = request.method();
      action = request.action();
      direct = request.direct();
      reply = answer(request, context);
    } catch (Refusal refusal) {
      reply = error(refusal.code(), Optional.empty());
    } catch (RuntimeException defect) {
      reply = error(ErrorCode.INTERNAL, Optional.of(defect.getClass().getName()));
    }
    record.write(context, method, action, reply, start, start.until(clock.instant()));
    json.writeValue(output, direct ? reply.body() : envelope(reply, context));
  }

  private JsonNode event(InputStream input) throws IOException, Refusal {
    try {
      return json.readTree(input);
    } catch (JsonProcessingException e) {
      throw new Refusal(ErrorCode.BAD_EVENT);
    }
  }

  private Reply answer(ChatRequest request, Context context) throws Refusal {
    if (!tenants.fits(request.host(), request.tenant())) {
      throw new Refusal(ErrorCode.TENANT_MISMATCH);
    }
    return switch (request.action()) {
      case "health_check" -> health(request, context);
      case "chat" -> chat(request, context);
      default -> throw new Refusal(ErrorCode.UNKNOWN_ACTION);
    };
  }

  private Reply health(ChatRequest request, Context context) throws Refusal {
    if (!request.method().equals("GET") && !request.method().equals("POST")) {
      throw new Refusal(ErrorCode.METHOD_NOT_ALLOWED);
    }
    return ok(
        json.createObjectNode()
            .put("status", "ok")
            .put("function", context.getFunctionName())
            .put("version", context.getFunctionVersion()));
  }

  private Reply chat(ChatRequest request, Context context) throws Refusal {
    if (!request.method().equals("POST")) {
      throw new Refusal(ErrorCode.METHOD_NOT_ALLOWED);
    }
    var message = message(request);
    return ok(
        json.createObjectNode()
            .put("answer", answers.to(message))
            .put("version", context.getFunctionVersion()));
  }

  private String message(ChatRequest request) throws Refusal {
    var body = request.body().orElse("");
    if (body.isBlank()) {
      throw new Refusal(ErrorCode.MISSING_BODY);
    }
    if (body.getBytes(StandardCharsets.UTF_8).length > MAX_BODY_BYTES) {
      throw new Refusal(ErrorCode.BODY_TOO_LARGE);
    }
    var message = object(body).path("message");
    if (!message.isTextual() || message.asText().isBlank()) {
      throw new Refusal(ErrorCode.MISSING_MESSAGE);
    }
    if (message.asText().length() > MAX_MESSAGE_CHARACTERS) {
      throw new Refusal(ErrorCode.MESSAGE_TOO_LONG);
    }
    return message.asText();
  }

  private JsonNode object(String body) throws Refusal {
    try {
      var node = json.readTree(body);
      if (node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      throw new Refusal(ErrorCode.BAD_JSON);
    }
    throw new Refusal(ErrorCode.BAD_JSON);
  }

  private static Reply ok(ObjectNode body) {
    return new Reply(200, body, "none", Optional.empty());
  }

  private Reply error(ErrorCode code, Optional<String> defect) {
    var body = json.createObjectNode();
    body.putObject("error").put("code", code.code()).put("message", code.explanation());
    return new Reply(code.status(), body, code.code(), defect);
  }

  private ObjectNode envelope(Reply reply, Context context) {
    var envelope = json.createObjectNode().put("statusCode", reply.status());
    envelope
        .putObject("headers")
        .put("content-type", "application/json")
        .put("cache-control", "no-store")
        .put("x-content-type-options", "nosniff")
        .put("x-picasso-version", context.getFunctionVersion());
    return envelope.put("body", reply.body().toString()).put("isBase64Encoded", false);
  }
}
