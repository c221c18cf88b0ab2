package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.conversation.ConversationKey;
import ai.myrecruiter.picasso.runtime.conversation.Conversations;
import ai.myrecruiter.picasso.runtime.conversation.Erased;
import ai.myrecruiter.picasso.runtime.conversation.Erasure;
import ai.myrecruiter.picasso.runtime.jwt.Purpose;
import ai.myrecruiter.picasso.runtime.jwt.SessionId;
import ai.myrecruiter.picasso.runtime.telemetry.Figure;
import ai.myrecruiter.picasso.runtime.telemetry.Level;
import ai.myrecruiter.picasso.runtime.telemetry.LogEvent;
import ai.myrecruiter.picasso.runtime.telemetry.LogLine;
import ai.myrecruiter.picasso.runtime.telemetry.Metric;
import ai.myrecruiter.picasso.runtime.tenant.Tenant;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;

/**
 * Deletes everything of a conversation or of a subject, and answers only when it is seen to be
 * gone. Tokens of each session are revoked behind its fence. Takes a token to manage with.
 */
final class ClearState implements Endpoint {
  private final Access access;
  private final Tokens tokens;
  private final Conversations conversations;

  ClearState(Access access, Tokens tokens, Conversations conversations) {
    this.access = access;
    this.tokens = tokens;
    this.conversations = conversations;
  }

  @Override
  public Reply answer(Request request, Invocation invocation) throws Refusal {
    var body = Body.of(request);
    var session = body.text("session");
    var subject = body.text("subject");
    if (session.isPresent() == subject.isPresent()) {
      throw new Refusal(ErrorCode.MISSING_FIELD);
    }
    if (!ConversationKey.isId(session.or(() -> subject).orElse(""))) {
      throw new Refusal(ErrorCode.BAD_FIELD);
    }
    var tenant = access.tenant(request);
    var _ = access.token(request, Purpose.MANAGE, tenant, invocation.measures());
    var erased = erase(tenant, session.orElse(""), subject.orElse(""));
    invocation.measures().count(Metric.ERASURES, 1);
    invocation
        .telemetry()
        .log(
            LogLine.of(Level.INFO, LogEvent.ERASURE)
                .with(Figure.ITEMS, erased.messages() + erased.summaries()));
    return Reply.ok(json(erased));
  }

  private Erased erase(Tenant tenant, String session, String subject) throws Refusal {
    Consumer<String> revoke =
        closed -> tokens.revocations().revokeSession(tenant.id(), new SessionId(closed));
    var id = tenant.id().value();
    try {
      return session.isEmpty()
          ? conversations.erasure().subject(ConversationKey.ofSubject(id, subject), revoke)
          : conversations.erasure().conversation(ConversationKey.of(id, session), revoke);
    } catch (Erasure.NotEmpty e) {
      throw new Refusal(ErrorCode.NOT_ERASED);
    }
  }

  private static ObjectNode json(Erased erased) {
    var json = Reply.object().put("verified", true);
    json.putObject("erased")
        .put("sessions", erased.sessions())
        .put("messages", erased.messages())
        .put("summaries", erased.summaries());
    return json;
  }
}
