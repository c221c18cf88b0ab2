package ai.myrecruiter.picasso.runtime.streaming;

import java.time.Instant;

/** What reaches the thread that writes a stream; everything else only puts signals in its queue. */
sealed interface Signal {
  /** Something that an attempt at the model said. */
  sealed interface FromModel extends Signal {
    /** Which attempt, from 1. */
    int attempt();
  }

  /** Part of the answer, maybe none. */
  record Text(int attempt, String text, Instant arrived) implements FromModel {}

  /** The answer is whole; the reason in Bedrock's words. */
  record Stopped(int attempt, String reason) implements FromModel {}

  /** What the answer cost. */
  record Used(int attempt, int inputTokens, int outputTokens) implements FromModel {}

  /** Nothing more comes. */
  record Ended(int attempt) implements FromModel {}

  /** The attempt failed. */
  record Failed(int attempt, Throwable cause) implements FromModel {}

  /** The token is not in force any more, or that cannot be told. */
  record Fallen(Standing standing) implements Signal {}

  /** The user wants no more. */
  record Cancelled() implements Signal {}
}
