package ai.myrecruiter.picasso.local.functionurl;

/** How a Function URL passes responses on, as the template names it. */
public enum InvokeMode {
  /** As a whole. */
  BUFFERED,
  /** While they come. */
  RESPONSE_STREAM
}
