package ai.myrecruiter.picasso.runtime.jwt;

/** A key ring, a key or a step of a rotation that the rules forbid; the code is stable. */
public final class IllegalKeyRing extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final String code;

  IllegalKeyRing(String code, String message) {
    super(message);
    this.code = code;
  }

  /** The stable code in kebab case, such as {@code drop-too-early}. */
  public String code() {
    return code;
  }
}
