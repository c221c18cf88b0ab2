package ai.myrecruiter.picasso.local.standin;

/** Every way a request can fail: the code is stable, clients may depend on it. */
enum ErrorCode {
  BAD_EVENT("bad_event", 400, "the event is neither an HTTP request nor a known action"),
  BAD_JSON("bad_json", 400, "the body is not one JSON object"),
  MISSING_BODY("missing_body", 400, "send a JSON object with a message"),
  MISSING_MESSAGE("missing_message", 400, "message is missing or is not a text with content"),
  MESSAGE_TOO_LONG("message_too_long", 413, "message has more than 4,000 characters"),
  BODY_TOO_LARGE("body_too_large", 413, "the body has more than 32,768 bytes"),
  TENANT_MISMATCH("tenant_mismatch", 403, "the tenant does not belong to this host"),
  UNKNOWN_ACTION("unknown_action", 404, "action is not health_check or chat"),
  METHOD_NOT_ALLOWED("method_not_allowed", 405, "use POST to chat, GET or POST for health"),
  INTERNAL("internal_error", 500, "the service failed; try again");

  private final String code;
  private final int status;
  private final String explanation;

  ErrorCode(String code, int status, String explanation) {
    this.code = code;
    this.status = status;
    this.explanation = explanation;
  }

  String code() {
    return code;
  }

  int status() {
    return status;
  }

  String explanation() {
    return explanation;
  }
}
