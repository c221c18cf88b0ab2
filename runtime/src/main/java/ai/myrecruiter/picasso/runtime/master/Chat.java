package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.conversation.ConversationErased;
import ai.myrecruiter.picasso.runtime.conversation.ConversationKey;
import ai.myrecruiter.picasso.runtime.conversation.Conversations;
import ai.myrecruiter.picasso.runtime.conversation.History;
import ai.myrecruiter.picasso.runtime.conversation.Message;
import ai.myrecruiter.picasso.runtime.conversation.Recorded;
import ai.myrecruiter.picasso.runtime.conversation.Role;
import ai.myrecruiter.picasso.runtime.jwt.Purpose;
import ai.myrecruiter.picasso.runtime.telemetry.Level;
import ai.myrecruiter.picasso.runtime.telemetry.LogEvent;
import ai.myrecruiter.picasso.runtime.telemetry.LogLine;
import ai.myrecruiter.picasso.runtime.telemetry.Metric;
import ai.myrecruiter.picasso.runtime.telemetry.OpaqueId;
import ai.myrecruiter.picasso.runtime.telemetry.Word;
import java.time.InstantSource;

/**
 * The legacy chat: the whole answer at once. With a token it goes on with the session's
 * conversation; without, it answers one question and keeps nothing.
 */
final class Chat implements Endpoint {
  private final Access access;
  private final Conversations conversations;
  private final ConverseModel model;
  private final Ids ids;
  private final InstantSource clock;

  Chat(
      Access access,
      Conversations conversations,
      ConverseModel model,
      Ids ids,
      InstantSource clock) {
    this.access = access;
    this.conversations = conversations;
    this.model = model;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public Reply answer(Request request, Invocation invocation) throws Refusal {
    var body = Body.of(request);
    var message = body.message();
    var id = requestId(body);
    var tenant = access.tenant(request);
    if (request.token().isEmpty()) {
      return reply(model.answer(History.NONE, message, invocation), invocation);
    }
    var key =
        Access.conversation(access.token(request, Purpose.STREAM, tenant, invocation.measures()));
    var asked = new Message(Role.USER, message, clock.instant());
    var answer = model.answer(conversations.history(key), message, invocation);
    record(key, id, asked, answer, invocation);
    return reply(answer, invocation);
  }

  private OpaqueId requestId(Body body) throws Refusal {
    var given = body.text("request");
    if (given.isEmpty()) {
      return ids.next();
    }
    return OpaqueId.of(given.get()).orElseThrow(() -> new Refusal(ErrorCode.BAD_FIELD));
  }

  private void record(
      ConversationKey key, OpaqueId id, Message asked, String answer, Invocation invocation)
      throws Refusal {
    try {
      var told = new Message(Role.ASSISTANT, answer, clock.instant());
      note(conversations.record(key, id, asked, told), invocation);
    } catch (ConversationErased e) {
      throw new Refusal(ErrorCode.SESSION_ERASED);
    }
  }

  private static void note(Recorded recorded, Invocation invocation) {
    recorded
        .leftOut()
        .ifPresent(reason -> {
          invocation.measures().count(Metric.REDACTION_FAILURES, 1);
          invocation
              .telemetry()
              .log(LogLine.of(Level.WARN, LogEvent.CONVERSATION).with(Word.REASON, reason));
        });
  }

  private static Reply reply(String answer, Invocation invocation) {
    return Reply.ok(Reply.object().put("answer", answer).put("version", invocation.version()));
  }
}
