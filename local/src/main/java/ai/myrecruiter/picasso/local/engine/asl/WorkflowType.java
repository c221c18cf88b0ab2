package ai.myrecruiter.picasso.local.engine.asl;

/** The types of workflow, which differ in what their machines may do. */
public enum WorkflowType {
  /** Runs up to a year, keeps a history, and may wait for jobs and tokens. */
  STANDARD,
  /** Runs up to five minutes and waits for nothing but the answers of services. */
  EXPRESS
}
