package ai.myrecruiter.picasso.runtime.redaction;

/** A text could not be redacted. Neither message nor cause repeats it. */
public final class RedactionFailed extends Exception {
  private static final long serialVersionUID = 1;

  /** Why a text must not be kept. */
  public enum Reason {
    /** Longer than a redactor takes. */
    TOO_LONG,
    /** Still personal after redaction. */
    RESIDUE,
    /** The service that redacts failed, or blocked the text without giving it back redacted. */
    SERVICE
  }

  private final Reason reason;

  /** A failure for a reason. */
  public RedactionFailed(Reason reason) {
    super("the text was not redacted (%s) and must not be kept".formatted(reason));
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
