package ai.myrecruiter.picasso.workflows.deployment;

/** Who carries a change of a stack out. */
public enum Executor {
  /** The state machine {@code rollout}, which goes on with a release. */
  ROLLOUT,
  /** The command {@code picasso deploy}, which anybody can start again where it ended. */
  COMMAND
}
