package ai.myrecruiter.picasso.runtime.master;

import ai.myrecruiter.picasso.runtime.jwt.Purpose;
import ai.myrecruiter.picasso.runtime.jwt.Rejection;
import ai.myrecruiter.picasso.runtime.jwt.Rotated;

/** Another token of the same session for a refresh token, which is used up by it. */
final class RefreshToken implements Endpoint {
  private final Access access;
  private final Tokens tokens;

  RefreshToken(Access access, Tokens tokens) {
    this.access = access;
    this.tokens = tokens;
  }

  @Override
  public Reply answer(Request request, Invocation invocation) throws Refusal {
    var presented = Body.of(request).required("refresh_token");
    var tenant = access.tenant(request);
    return switch (tokens.refresh().rotate(tenant.id(), presented)) {
      case Rejection rejection -> throw new Refusal(Problem.of(rejection.reason()));
      case Rotated rotated -> {
        var issued =
            tokens.issuer().issue(tenant.id(), rotated.session(), Purpose.STREAM, rotated.epochs());
        yield Reply.ok(
            TokenReply.of(issued, rotated.session()).put("refresh_token", rotated.next().value()));
      }
    };
  }
}
