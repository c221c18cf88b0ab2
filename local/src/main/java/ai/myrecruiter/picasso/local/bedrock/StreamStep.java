package ai.myrecruiter.picasso.local.bedrock;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/** One thing that the endpoint does while it answers a ConverseStream call. */
public sealed interface StreamStep {
  /** Waits. */
  record Pause(Duration time) implements StreamStep {}

  /** Waits until it is let on, once for each time it is. */
  record Await(Semaphore turns) implements StreamStep {}

  /** Sends bytes, normally one frame, as one chunk. */
  @SuppressWarnings("ArrayRecordComponent") // a script's constant, which nobody changes
  record Send(byte[] bytes) implements StreamStep {}

  /** Closes the connection without ending the response. */
  record Cut() implements StreamStep {}

  /** Ends the response here as if it were whole. */
  record End() implements StreamStep {}
}
