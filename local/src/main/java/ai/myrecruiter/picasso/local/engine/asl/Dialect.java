package ai.myrecruiter.picasso.local.engine.asl;

/**
 * What a definition is checked against.
 *
 * @param type what kind of workflow it is for
 * @param tasks which tasks somebody does
 */
public record Dialect(WorkflowType type, Tasks tasks) {
  /** Which integrations of the service are run. */
  public enum Tasks {
    /** Functions and nested executions. */
    OF_THE_STAGE,
    /** All that the service knows: their outcomes come from a script. */
    SCRIPTED
  }
}
