package ai.myrecruiter.picasso.runtime.master;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An HTTP request that a test makes, in the shape of any of the events that can carry it. */
final class TestRequest {
  /** The shapes of events. */
  enum Shape {
    FUNCTION_URL,
    API_GATEWAY_V2,
    API_GATEWAY_V1
  }

  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, String> query = new LinkedHashMap<>();
  private String method;
  private String path = "/";
  private @Nullable String body;
  private boolean base64;
  private Shape shape = Shape.FUNCTION_URL;

  private TestRequest(String method, String action) {
    this.method = method;
    query.put("action", action);
    headers.put("host", "chat.example");
    headers.put("x-tenant-hash", MasterStage.NORTH);
  }

  static TestRequest post(String action) {
    return new TestRequest("POST", action);
  }

  static TestRequest get(String action) {
    return new TestRequest("GET", action);
  }

  static TestRequest clear() {
    var request = new TestRequest("POST", "none");
    request.query.clear();
    request.path = "/state/clear";
    return request;
  }

  TestRequest method(String text) {
    method = text;
    return this;
  }

  TestRequest path(String text) {
    path = text;
    return this;
  }

  TestRequest header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  TestRequest without(String header) {
    headers.remove(header);
    return this;
  }

  TestRequest token(String compact) {
    return header("x-jwt-token", compact);
  }

  TestRequest query(String name, String value) {
    query.put(name, value);
    return this;
  }

  TestRequest body(@Nullable String text) {
    body = text;
    return this;
  }

  TestRequest bytes(byte[] raw) {
    base64 = true;
    body = Base64.getEncoder().encodeToString(raw);
    return this;
  }

  TestRequest message(String text) {
    return body(MasterStage.object().put("message", text).toString());
  }

  TestRequest as(Shape other) {
    shape = other;
    return this;
  }

  JsonNode event() {
    var event = MasterStage.object();
    var context = event.putObject("requestContext").put("stage", "prod").put("requestId", "r");
    if (shape == Shape.API_GATEWAY_V1) {
      event.put("version", "1.0").put("httpMethod", method).put("path", path).put("resource", "/");
      context.putObject("identity").put("sourceIp", "192.0.2.7");
      var multi = event.putObject("multiValueHeaders");
      headers.forEach((name, value) -> multi.putArray(name).add(value));
    } else {
      event.put("version", "2.0").put("routeKey", "$default").put("rawPath", path);
      context
          .putObject("http")
          .put("method", method)
          .put("path", path)
          .put("sourceIp", "192.0.2.7");
    }
    put(event.putObject("headers"), headers);
    if (query.isEmpty()) {
      event.putNull("queryStringParameters");
    } else {
      put(event.putObject("queryStringParameters"), query);
    }
    return event.put("body", body).put("isBase64Encoded", base64);
  }

  private static void put(ObjectNode object, Map<String, String> values) {
    values.forEach(object::put);
  }
}
