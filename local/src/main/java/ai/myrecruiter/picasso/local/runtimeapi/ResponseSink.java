package ai.myrecruiter.picasso.local.runtimeapi;

import java.io.IOException;

/** Takes the response of one invocation as it comes. Blocking in it holds the function back. */
public interface ResponseSink {
  /**
   * The response begins.
   *
   * @param contentType as the function gave it, or empty
   */
  void begin(String contentType) throws IOException;

  /** More of the body, as the function sent it. */
  void bytes(byte[] part) throws IOException;

  /** The response is whole. */
  void end() throws IOException;

  /** The function failed; no more comes. */
  void fail(FunctionFailure failure) throws IOException;
}
