package ai.myrecruiter.picasso.workflows;

/**
 * Root of every error the product raises on purpose. The message gives the bad value, the rule and
 * the fix; the code is stable, so that a program may tell errors apart without reading prose.
 */
public abstract class PicassoException extends RuntimeException {
  private final String code;

  /** An error with its stable code in kebab case and a message for a person. */
  protected PicassoException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** The stable code in kebab case, such as {@code lease-held}. */
  public final String code() {
    return code;
  }
}
