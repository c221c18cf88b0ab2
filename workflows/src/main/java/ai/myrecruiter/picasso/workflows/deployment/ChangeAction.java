package ai.myrecruiter.picasso.workflows.deployment;

/** What a change set does with a resource. */
public enum ChangeAction {
  /** It is made. */
  ADD,
  /** It is changed, perhaps by putting another in its place. */
  MODIFY,
  /** It leaves the stack. */
  REMOVE
}
