package ai.myrecruiter.picasso.local.payload;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * What the master answers, as far as it is modelled: health and chat by their methods, over HTTP
 * and by direct call, and the refusal of what is neither a request nor an action. A question is
 * taken for a good one of a good tenant: body, host and token are not looked at. The other actions
 * are not modelled, and say so by 501, which the master never answers.
 *
 * @param allowed the value of the Allow header, empty if there is none
 * @param isDirect whether the body is the whole answer
 */
record ModelledAnswer(int status, ObjectNode body, String allowed, boolean isDirect) {
  private static final String CLEAR_PATH = "/state/clear";
  private static final List<String> DEPENDENCIES =
      List.of("key_ring", "tokens", "tenants", "conversations");
  private static final Set<String> NOT_MODELLED =
      Set.of("jwt_metrics", "issue_token", "refresh_token", "revoke", "config", CLEAR_PATH);

  static ModelledAnswer to(JsonNode event, Context context) {
    return event.path("requestContext").isObject() ? http(event, context) : direct(event, context);
  }

  private static ModelledAnswer http(JsonNode event, Context context) {
    var http = event.at("/requestContext/http");
    var method = http.isObject() ? http.path("method") : event.path("httpMethod");
    var path = http.isObject() ? event.path("rawPath") : event.path("path");
    if (!method.isTextual()) {
      return badEvent();
    }
    var action =
        path.asText("").endsWith(CLEAR_PATH)
            ? CLEAR_PATH
            : event.at("/queryStringParameters/action").asText("chat");
    return switch (action) {
      case "health_check" -> byMethod(method.asText(), "GET, POST", health(context));
      case "chat" -> byMethod(method.asText(), "POST", chat(context));
      default -> NOT_MODELLED.contains(action) ? notModelled(action, false) : unknown(false);
    };
  }

  private static ModelledAnswer byMethod(String method, String allowed, ObjectNode body) {
    if (List.of(allowed.split(", ", -1)).contains(method)) {
      return new ModelledAnswer(200, body, "", false);
    }
    return new ModelledAnswer(
        405,
        error("method_not_allowed", "the action has another method; see the Allow header"),
        allowed,
        false);
  }

  private static ModelledAnswer direct(JsonNode event, Context context) {
    var action = event.path("action");
    if (!action.isTextual()) {
      return badEvent();
    }
    return switch (action.asText()) {
      case "health_check" -> new ModelledAnswer(200, health(context), "", true);
      case "jwt_metrics", "issue_token" -> notModelled(action.asText(), true);
      default -> unknown(true);
    };
  }

  private static ModelledAnswer unknown(boolean isDirect) {
    return new ModelledAnswer(
        404, error("unknown_action", "there is no such action"), "", isDirect);
  }

  private static ModelledAnswer notModelled(String action, boolean isDirect) {
    return new ModelledAnswer(
        501,
        error(
            "not_modelled",
            "%s has no model in virtual time; rehearse it on the real clock".formatted(action)),
        "",
        isDirect);
  }

  private static ModelledAnswer badEvent() {
    return new ModelledAnswer(
        400,
        error("bad_event", "the event is neither an HTTP request nor a known direct action"),
        "",
        false);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ObjectNode error(String code, String message) {
    var body = object();
    body.putObject("error").put("code", code).put("message", message);
    return body;
  }

  private static ObjectNode health(Context context) {
    var body =
        object()
            .put("status", "ok")
            .put("function", context.getFunctionName())
            .put("version", context.getFunctionVersion());
    var dependencies = body.putObject("dependencies");
    DEPENDENCIES.forEach(name -> dependencies.put(name, "ok"));
    return body;
  }

  private static ObjectNode chat(Context context) {
    return object().put("answer", "…").put("version", context.getFunctionVersion());
  }

  /** The answer in the form that API Gateway and Function URLs take. */
  ObjectNode envelope(String version) {
    var envelope = object().put("statusCode", status);
    var headers =
        envelope
            .putObject("headers")
            .put("content-type", "application/json")
            .put("cache-control", "no-store")
            .put("x-content-type-options", "nosniff")
            .put("x-picasso-version", version);
    if (!allowed.isEmpty()) {
      headers.put("allow", allowed);
    }
    return envelope.put("body", body.toString()).put("isBase64Encoded", false);
  }
}
