package ai.myrecruiter.picasso.runtime.streaming;

/** Every way a stream can be refused or can fail; the code is stable, clients may depend on it. */
public enum ErrorCode {
  /** The event is no HTTP request. */
  BAD_EVENT("bad_event", 400, false, "the event is no HTTP request"),
  /** The body is not one JSON object in UTF-8. */
  BAD_JSON("bad_json", 400, false, "the body is not one JSON object in UTF-8"),
  /** There is no body. */
  MISSING_BODY("missing_body", 400, false, "send a JSON object with a message"),
  /** There is no message. */
  MISSING_MESSAGE("missing_message", 400, false, "message is missing or has no content"),
  /** The request id cannot name a stream. */
  BAD_REQUEST_ID(
      "bad_request", 400, false, "request is no UUID or 32 hexadecimal digits in lower case"),
  /** The message is longer than a question is. */
  MESSAGE_TOO_LONG("message_too_long", 413, false, "message has more than 4,000 characters"),
  /** The body is longer than a question is. */
  BODY_TOO_LARGE("body_too_large", 413, false, "the body has more than 32,768 bytes"),
  /** No token. */
  MISSING_TOKEN("missing_token", 401, false, "send a token in x-jwt-token or Authorization"),
  /** A token that does not let in. */
  TOKEN_REFUSED("token_refused", 401, false, "the token is not valid: get a new one"),
  /** A token or host of another tenant. */
  TENANT_REFUSED("tenant_refused", 403, false, "the tenant does not belong to this host or token"),
  /** Streaming is off for the tenant. */
  STREAMING_OFF("streaming_off", 403, false, "streaming is off: use the legacy chat"),
  /** The session was erased. */
  SESSION_ERASED("session_erased", 410, false, "the conversation was erased: start a new one"),
  /** There is no such action. */
  UNKNOWN_ACTION("unknown_action", 404, false, "action is not stream or cancel"),
  /** Another method than POST. */
  METHOD_NOT_ALLOWED("method_not_allowed", 405, false, "use POST"),
  /** Tokens cannot be checked now. */
  ADMISSION_UNAVAILABLE("admission_unavailable", 503, true, "tokens cannot be checked; try again"),
  /** The conversation cannot be read now. */
  HISTORY_UNAVAILABLE("history_unavailable", 503, true, "the conversation cannot be read"),
  /** The cancel call cannot be kept now. */
  CANCEL_UNAVAILABLE("cancel_unavailable", 503, true, "the stream cannot be cancelled; try again"),
  /** The model has too much to do. */
  MODEL_THROTTLED("model_throttled", 503, true, "the model is busy; try again"),
  /** The model failed. */
  MODEL_FAILED("model_failed", 502, true, "the model failed; try again"),
  /** The model refused the question. */
  MODEL_REFUSED("model_refused", 502, false, "the model does not take this request"),
  /** The model's answer ended before its end. */
  MODEL_TRUNCATED("model_truncated", 502, true, "the answer was cut off; try again"),
  /** The model said nothing for too long. */
  MODEL_IDLE("model_idle", 504, true, "the model went silent; try again"),
  /** The function's time is over. */
  DEADLINE("deadline", 504, true, "the answer took too long; try again"),
  /** A defect. */
  INTERNAL("internal_error", 500, true, "the service failed; try again");

  private final String code;
  private final int status;
  private final boolean retryable;
  private final String explanation;

  ErrorCode(String code, int status, boolean retryable, String explanation) {
    this.code = code;
    this.status = status;
    this.retryable = retryable;
    this.explanation = explanation;
  }

  /** The stable code in snake case. */
  public String code() {
    return code;
  }

  /** The HTTP status of a request that ends so before its stream begins. */
  public int status() {
    return status;
  }

  boolean retryable() {
    return retryable;
  }

  String explanation() {
    return explanation;
  }
}
