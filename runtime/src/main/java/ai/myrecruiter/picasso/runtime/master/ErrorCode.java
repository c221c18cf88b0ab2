package ai.myrecruiter.picasso.runtime.master;

import java.util.Locale;

/** The master's own ways to refuse; tokens and tenants have more. The codes are stable. */
enum ErrorCode {
  NONE(200, "no error"),
  BAD_EVENT(400, "the event is neither an HTTP request nor a known direct action"),
  BAD_ENCODING(400, "the body is not UTF-8"),
  BAD_JSON(400, "the body is not one JSON object without repeated names"),
  MISSING_BODY(400, "send a JSON object"),
  MISSING_FIELD(400, "a field of the body is missing or has another type than documented"),
  BAD_FIELD(400, "a field of the body or query has a value out of its form"),
  MISSING_MESSAGE(400, "message is missing or is not a text with content"),
  MISSING_TOKEN(401, "send a token in x-jwt-token or as Authorization: Bearer"),
  UNKNOWN_ACTION(404, "there is no such action"),
  UNKNOWN_TENANT(404, "no tenant has this hash"),
  METHOD_NOT_ALLOWED(405, "the action has another method; see the Allow header"),
  SESSION_ERASED(410, "the session was erased; get a new token"),
  MESSAGE_TOO_LONG(413, "message has more than 4,000 characters"),
  BODY_TOO_LARGE(413, "the body has more than 32,768 bytes"),
  TOO_MANY_TOKENS(429, "too many tokens from this address; wait a minute"),
  INTERNAL_ERROR(500, "the service failed; try again"),
  NOT_HEALTHY(503, "something that the service needs does not work"),
  NOT_ERASED(503, "the erasure is not complete; ask again"),
  STORAGE_UNAVAILABLE(503, "the service cannot reach its data; try again"),
  MODEL_UNAVAILABLE(503, "the model does not answer; try again");

  private final int status;
  private final String explanation;

  ErrorCode(int status, String explanation) {
    this.status = status;
    this.explanation = explanation;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  int status() {
    return status;
  }

  String explanation() {
    return explanation;
  }
}
