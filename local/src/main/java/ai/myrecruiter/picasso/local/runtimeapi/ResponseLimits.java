package ai.myrecruiter.picasso.local.runtimeapi;

/**
 * How large responses may be, in bytes.
 *
 * @param buffered of a response that is sent as a whole
 * @param streamed of a response that is streamed
 */
public record ResponseLimits(int buffered, int streamed) {
  /** Lambda's: 6 MB, and 200 MB streamed. */
  public static final ResponseLimits LAMBDA =
      new ResponseLimits(6 * 1024 * 1024, 200 * 1024 * 1024);
}
