package ai.myrecruiter.picasso.runtime.tenant;

/** The registry cannot be read: nobody is let in until it can. Answer 503. */
public final class TenantsUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With what went wrong, for the log's error class only. */
  public TenantsUnavailable(Throwable cause) {
    super("the tenant registry cannot be read; try again", cause);
  }
}
