package ai.myrecruiter.picasso.local.engine.run;

/** What a branch waits for: a timer, a task, branches of its own. */
@FunctionalInterface
interface Activity {
  /** Nothing. */
  Activity NONE = record -> {};

  /**
   * Gives it up.
   *
   * @param record whether the history is to show what was given up inside
   */
  void abort(boolean record);
}
