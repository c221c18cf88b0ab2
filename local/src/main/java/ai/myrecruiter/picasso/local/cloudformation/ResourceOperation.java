package ai.myrecruiter.picasso.local.cloudformation;

/** What CloudFormation does to a resource. */
public enum ResourceOperation {
  /** Make it. */
  CREATE,
  /** Change it in place. */
  UPDATE,
  /** Remove it. */
  DELETE
}
