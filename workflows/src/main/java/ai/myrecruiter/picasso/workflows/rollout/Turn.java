package ai.myrecruiter.picasso.workflows.rollout;

/** Input and output of the tasks of a rollout: which one it is, and what comes next. */
public record Turn(Run run, NextStep next) {
  /** The same run with another next step. */
  public Turn then(NextStep step) {
    return new Turn(run, step);
  }
}
