package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.jwt.Reason;
import ai.myrecruiter.picasso.runtime.tenant.Resolution;

/**
 * What a refused request is told: constants only, nothing of the request.
 *
 * @param constant for the log
 * @param code stable, for clients
 * @param status of HTTP
 * @param explanation for people
 */
record Problem(Enum<?> constant, String code, int status, String explanation) {
  static Problem of(ErrorCode error) {
    return new Problem(error, error.code(), error.status(), error.explanation());
  }

  static Problem of(Reason reason) {
    return new Problem(reason, reason.code(), reason.status(), "the token is refused");
  }

  static Problem of(Resolution.Reason reason) {
    return new Problem(
        reason, reason.code(), reason.status(), "host and tenant hash name no tenant");
  }
}
