package ai.myrecruiter.picasso.runtime.streaming;

import java.time.Duration;

/**
 * The times and sizes of a stream.
 *
 * @param heartbeat after this long without a byte a comment is sent; below 1 s
 * @param trailingPause before the trailing comment, 50 to 100 ms: WebKit withholds a chunk until
 *     the next arrives
 * @param idle how long the model may be silent
 * @param beforeDeadline how long before Lambda's deadline the stream ends by itself
 * @param recheck how often revocations are asked
 * @param cancelPoll how often cancel calls are asked for
 * @param retryPause before the second attempt at the model; twice as long before the third
 * @param attempts at the model, as long as no token has come
 * @param window events that may wait between model and client
 * @param mostCharacters of an answer
 */
record Limits(
    Duration heartbeat,
    Duration trailingPause,
    Duration idle,
    Duration beforeDeadline,
    Duration recheck,
    Duration cancelPoll,
    Duration retryPause,
    int attempts,
    int window,
    int mostCharacters) {
  /** The limits of production. */
  static final Limits PRODUCTION =
      new Limits(
          Duration.ofMillis(800),
          Duration.ofMillis(70),
          Duration.ofSeconds(20),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          Duration.ofMillis(200),
          3,
          16,
          64_000);
}
