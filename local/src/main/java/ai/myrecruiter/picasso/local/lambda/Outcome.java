package ai.myrecruiter.picasso.local.lambda;

import software.amazon.awssdk.core.SdkBytes;

/** What became of one run of a function's code. */
sealed interface Outcome {
  /** The JSON that the caller gets. */
  SdkBytes json();

  /** The code answered. */
  record Answered(SdkBytes json) implements Outcome {}

  /** The code failed, or never ran. */
  record Failed(SdkBytes json) implements Outcome {}

  /** The code was stopped; its execution environment is gone with it. */
  record TimedOut(SdkBytes json) implements Outcome {}
}
