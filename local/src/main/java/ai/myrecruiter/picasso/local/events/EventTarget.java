package ai.myrecruiter.picasso.local.events;

import java.util.concurrent.CompletionStage;

/** Something that events can be sent to: functions, state machines, topics. */
@FunctionalInterface
public interface EventTarget {
  /**
   * Sends an input. Called on the event loop, and must not block it.
   *
   * @param arn of the function, state machine or topic
   * @param inputJson what it gets
   * @return completed on the loop when the target took the input, exceptionally when it did not and
   *     the bus should try again
   */
  CompletionStage<?> send(String arn, String inputJson);
}
