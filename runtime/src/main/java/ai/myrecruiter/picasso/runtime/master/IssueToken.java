package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.conversation.ConversationKey;
import ai.myrecruiter.picasso.runtime.conversation.Conversations;
import ai.myrecruiter.picasso.runtime.jwt.Purpose;
import ai.myrecruiter.picasso.runtime.jwt.SessionId;
import ai.myrecruiter.picasso.runtime.telemetry.Measures;
import ai.myrecruiter.picasso.runtime.tenant.Tenant;
import java.util.random.RandomGenerator;

/**
 * A token to stream with, for whoever reaches a tenant's page: it opens an empty session of its own
 * and nothing that exists. Who shows a token in force gets another session of the same subject.
 */
final class IssueToken implements Endpoint {
  private final Access access;
  private final IssueLimit limit;
  private final Tokens tokens;
  private final Conversations conversations;
  private final StreamingRoute streaming;
  private final RandomGenerator random;

  IssueToken(
      Access access,
      IssueLimit limit,
      Tokens tokens,
      Conversations conversations,
      StreamingRoute streaming,
      RandomGenerator random) {
    this.access = access;
    this.limit = limit;
    this.tokens = tokens;
    this.conversations = conversations;
    this.streaming = streaming;
    this.random = random;
  }

  @Override
  public Reply answer(Request request, Invocation invocation) throws Refusal {
    var _ = Body.optional(request);
    var tenant = access.tenant(request);
    if (!limit.take(request.address())) {
      throw new Refusal(ErrorCode.TOO_MANY_TOKENS);
    }
    var key = newConversation(request, tenant, invocation.measures());
    conversations.open(key);
    var session = new SessionId(key.session());
    var epochs = tokens.revocations().epochs(tenant.id(), session);
    var issued = tokens.issuer().issue(tenant.id(), session, Purpose.STREAM, epochs);
    var refresh = tokens.refresh().begin(tenant.id(), session, epochs);
    var body = TokenReply.of(issued, session).put("refresh_token", refresh.value());
    body.set("streaming", streaming.json(tenant, session.value()));
    return Reply.ok(body);
  }

  private ConversationKey newConversation(Request request, Tenant tenant, Measures measures)
      throws Refusal {
    var bytes = new byte[24];
    random.nextBytes(bytes);
    if (request.token().isEmpty()) {
      return ConversationKey.of(tenant.id().value(), ConversationKey.newSession(bytes));
    }
    var known = Access.conversation(access.token(request, Purpose.STREAM, tenant, measures));
    return ConversationKey.of(tenant.id().value(), known.anotherSession(bytes));
  }
}
