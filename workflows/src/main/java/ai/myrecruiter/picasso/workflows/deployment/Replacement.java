package ai.myrecruiter.picasso.workflows.deployment;

/** Whether a changed resource is another one afterwards. */
public enum Replacement {
  /** It stays the same resource. */
  NO,
  /** CloudFormation knows only while it acts; to be read as yes. */
  MAYBE,
  /** Another takes its place. */
  YES
}
