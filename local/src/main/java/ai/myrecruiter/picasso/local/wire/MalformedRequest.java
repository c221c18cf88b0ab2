package ai.myrecruiter.picasso.local.wire;

/** A request that its protocol cannot read. */
final class MalformedRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String code;

  /**
   * Says what is wrong.
   *
   * @param code of the protocol, such as {@code MalformedInput}
   */
  MalformedRequest(String code, String message) {
    super(message);
    this.code = code;
  }

  String code() {
    return code;
  }

  String problem() {
    return String.valueOf(getMessage());
  }
}
