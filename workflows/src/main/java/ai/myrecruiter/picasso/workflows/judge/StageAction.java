package ai.myrecruiter.picasso.workflows.judge;

/** What to do with a stage, or with the holdback bake, after a look. */
public enum StageAction {
  /** Look again after the interval. */
  CONTINUE,
  /** Go on to the next. */
  PASS,
  /** Go back. */
  FAIL,
  /** Leave the traffic as it is and ask a person. */
  HOLD
}
