package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.conversation.ConversationKey;
import ai.myrecruiter.picasso.runtime.jwt.Purpose;
import ai.myrecruiter.picasso.runtime.jwt.SessionId;
import ai.myrecruiter.picasso.runtime.tenant.TenantHash;
import ai.myrecruiter.picasso.runtime.tenant.Tenants;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * Calls by {@code lambda:InvokeFunction}, which IAM has let through: health, metrics, and tokens to
 * manage with, which no HTTP client can get.
 */
final class DirectCalls {
  private static final Request NO_REQUEST =
      new Request("POST", "/", Map.of(), Map.of(), Optional.empty(), "");
  private final HealthCheck health;
  private final JwtMetrics metrics;
  private final Tokens tokens;
  private final Tenants tenants;
  private final Ids ids;

  DirectCalls(HealthCheck health, JwtMetrics metrics, Tokens tokens, Tenants tenants, Ids ids) {
    this.health = health;
    this.metrics = metrics;
    this.tokens = tokens;
    this.tenants = tenants;
    this.ids = ids;
  }

  static Optional<Route> route(JsonNode event) throws Refusal {
    var action = event.path("action");
    if (!action.isTextual()) {
      throw new Refusal(ErrorCode.BAD_EVENT);
    }
    return Route.of("/", Optional.of(action.asText()));
  }

  Reply answer(JsonNode event, Route route, Invocation invocation) throws Refusal {
    return switch (route) {
      case HEALTH_CHECK -> health.answer(NO_REQUEST, invocation);
      case JWT_METRICS -> Reply.ok(metrics.json());
      case ISSUE_TOKEN -> issue(event);
      case REFRESH_TOKEN, REVOKE, CHAT, CONFIG, STATE_CLEAR ->
          throw new Refusal(ErrorCode.UNKNOWN_ACTION);
    };
  }

  /** A token to manage a tenant with; {@code session} names the operator's, for revocation. */
  private Reply issue(JsonNode event) throws Refusal {
    var hash =
        TenantHash.parse(event.path("tenant_hash").asText(""))
            .orElseThrow(() -> new Refusal(ErrorCode.BAD_FIELD));
    var tenant = tenants.byHash(hash).orElseThrow(() -> new Refusal(ErrorCode.UNKNOWN_TENANT));
    var given = event.path("session").asText("");
    if (!given.isEmpty() && !ConversationKey.isId(given)) {
      throw new Refusal(ErrorCode.BAD_FIELD);
    }
    var session = new SessionId(given.isEmpty() ? "manage-" + ids.next().value() : given);
    var epochs = tokens.revocations().epochs(tenant.id(), session);
    var issued = tokens.issuer().issue(tenant.id(), session, Purpose.MANAGE, epochs);
    return Reply.ok(TokenReply.of(issued, session));
  }
}
