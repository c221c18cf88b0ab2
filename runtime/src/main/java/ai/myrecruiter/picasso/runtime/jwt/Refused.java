package ai.myrecruiter.picasso.runtime.jwt;

/** Carries a reason out of a check; never leaves the package. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1;
  private final Reason reason;

  Refused(Reason reason) {
    super(reason.code(), null, false, false);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
