package ai.myrecruiter.picasso.local.engine;

/** Where an execution stands. */
public enum ExecutionStatus {
  /** On its way. */
  RUNNING,
  /** Ended well. */
  SUCCEEDED,
  /** Ended with an error that nothing caught. */
  FAILED,
  /** Took longer than its machine allows. */
  TIMED_OUT,
  /** Was stopped. */
  ABORTED
}
