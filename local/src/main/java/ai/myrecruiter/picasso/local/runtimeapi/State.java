package ai.myrecruiter.picasso.local.runtimeapi;

/** Where an execution environment is. */
public enum State {
  /** The function starts. */
  INIT,
  /** The function waits for its snapshot to be restored. */
  RESTORING,
  /** The function was restored and has not asked for work yet. */
  RESTORED,
  /** The function waits for an invocation. */
  READY,
  /** An invocation runs and has not answered. */
  INVOKED,
  /** An invocation's response is being read. */
  RESPONDING,
  /** An invocation has answered or failed, and runs until it asks for the next. */
  RESPONDED,
  /** The function cannot be used any more. */
  FAILED
}
