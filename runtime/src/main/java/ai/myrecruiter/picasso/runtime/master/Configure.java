package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.conversation.ConversationKey;

/** What a client has to know: whether it streams, where, and what to do when it cannot. */
final class Configure implements Endpoint {
  private final Access access;
  private final StreamingRoute streaming;

  Configure(Access access, StreamingRoute streaming) {
    this.access = access;
    this.streaming = streaming;
  }

  @Override
  public Reply answer(Request request, Invocation invocation) throws Refusal {
    var session = request.query("session").orElse("");
    if (!session.isEmpty() && !ConversationKey.isId(session)) {
      throw new Refusal(ErrorCode.BAD_FIELD);
    }
    var json = Reply.object();
    json.set("streaming", streaming.json(access.tenant(request), session));
    json.putObject("fallback").put("action", Route.CHAT.action());
    return Reply.ok(json.put("version", invocation.version()));
  }
}
