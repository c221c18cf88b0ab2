package ai.myrecruiter.picasso.local.standin;

/** A request that is answered with an error code. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;
  private final ErrorCode code;

  Refusal(ErrorCode code) {
    super(code.code());
    this.code = code;
  }

  ErrorCode code() {
    return code;
  }
}
