package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.jwt.TokensUnavailable;
import ai.myrecruiter.picasso.runtime.telemetry.Level;
import ai.myrecruiter.picasso.runtime.telemetry.LogEvent;
import ai.myrecruiter.picasso.runtime.telemetry.LogLine;
import ai.myrecruiter.picasso.runtime.telemetry.Metric;
import ai.myrecruiter.picasso.runtime.telemetry.Word;
import ai.myrecruiter.picasso.runtime.tenant.TenantsUnavailable;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** Finds the endpoint of an event, and makes an answer of whatever happens in it. */
final class Service {
  private final Map<Route, Endpoint> endpoints;
  private final DirectCalls direct;
  private final TokenCounts counts;

  Service(Map<Route, Endpoint> endpoints, DirectCalls direct, TokenCounts counts) {
    this.endpoints = new EnumMap<>(endpoints);
    this.direct = direct;
    this.counts = counts;
  }

  /** The answer, and what was asked as far as it could be told. */
  record Answered(Reply reply, Method method, Optional<Route> route, boolean isDirect) {}

  Answered answer(JsonNode event, Invocation invocation) {
    var before = counts.read();
    var answered = HttpEvent.isHttp(event) ? http(event, invocation) : direct(event, invocation);
    counts.read().since(before, invocation.measures());
    return answered;
  }

  private Answered http(JsonNode event, Invocation invocation) {
    var method = Method.OTHER;
    var route = Optional.<Route>empty();
    Reply reply;
    try {
      var request = HttpEvent.read(event);
      method = Method.of(request.method());
      route = Route.of(request.path(), request.query("action"));
      reply = guarded(() -> http(request, invocation), invocation);
    } catch (Refusal refusal) {
      reply = Reply.of(refusal.problem());
    }
    return new Answered(reply, method, route, false);
  }

  private Reply http(Request request, Invocation invocation) throws Refusal {
    var route =
        Route.of(request.path(), request.query("action"))
            .orElseThrow(() -> new Refusal(ErrorCode.UNKNOWN_ACTION));
    if (!route.allows(request.method())) {
      return Reply.of(Problem.of(ErrorCode.METHOD_NOT_ALLOWED)).with("allow", route.allowed());
    }
    var endpoint = endpoints.get(route);
    if (endpoint == null) {
      throw new IllegalStateException("no endpoint for " + route);
    }
    var reply = endpoint.answer(request, invocation);
    noteBypass(route, request, reply, invocation);
    return reply;
  }

  /**
   * An answer for which a token had to be verified, without an accepted token beside it. Endpoints
   * cannot give one; this looks at what was measured instead of at what was decided, so that a
   * defect there is seen here.
   */
  private static void noteBypass(Route route, Request request, Reply reply, Invocation invocation) {
    if (reply.status() < 400
        && route.needsToken(request.token().isPresent())
        && !invocation.measures().has(Metric.TOKENS_ACCEPTED)) {
      invocation.measures().count(Metric.JWT_BYPASSES, 1);
    }
  }

  private Answered direct(JsonNode event, Invocation invocation) {
    boolean isDirect = event.path("action").isTextual();
    var route = Optional.<Route>empty();
    Reply reply;
    try {
      route = DirectCalls.route(event);
      var known = route.orElseThrow(() -> new Refusal(ErrorCode.UNKNOWN_ACTION));
      reply = guarded(() -> direct.answer(event, known, invocation), invocation);
    } catch (Refusal refusal) {
      reply = Reply.of(refusal.problem());
    }
    return new Answered(reply, Method.POST, route, isDirect);
  }

  private interface Step {
    Reply answer() throws Refusal;
  }

  private Reply guarded(Step step, Invocation invocation) throws Refusal {
    try {
      return step.answer();
    } catch (TokensUnavailable | TenantsUnavailable | SdkException unavailable) {
      return failed(ErrorCode.STORAGE_UNAVAILABLE, unavailable, invocation);
    } catch (RuntimeException defect) {
      return failed(ErrorCode.INTERNAL_ERROR, defect, invocation);
    }
  }

  private static Reply failed(ErrorCode code, RuntimeException cause, Invocation invocation) {
    if (cause instanceof AwsServiceException service && service.isThrottlingException()) {
      invocation.measures().count(Metric.DYNAMODB_THROTTLES, 1);
    }
    invocation
        .telemetry()
        .log(LogLine.of(Level.ERROR, LogEvent.REQUEST).with(Word.REASON, code).defect(cause));
    return Reply.of(Problem.of(code));
  }
}
