package ai.myrecruiter.picasso.local.lambda;

/** What the stage can do to one invocation of a task function. */
public enum TaskFault {
  /** The function fails before any of its code runs. */
  ERROR,
  /** The function does not run, and Lambda ends the invocation when its time is over. */
  TIMEOUT,
  /** The function does not run, and no answer ever comes. */
  SILENCE,
  /** The function runs; the caller gets a service error instead of its answer. */
  LOST_ANSWER,
  /** The function runs twice; the caller gets the second answer. */
  DUPLICATE
}
