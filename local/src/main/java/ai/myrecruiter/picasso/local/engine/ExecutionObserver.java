package ai.myrecruiter.picasso.local.engine;

/** Told of every change of an execution's status; the stage makes EventBridge events of them. */
@FunctionalInterface
public interface ExecutionObserver {
  /** Tells nobody. */
  ExecutionObserver NONE = execution -> {};

  /**
   * An execution started or ended. Called on the loop, after the change.
   *
   * @param execution as it stands now
   */
  void statusChanged(Execution execution);
}
