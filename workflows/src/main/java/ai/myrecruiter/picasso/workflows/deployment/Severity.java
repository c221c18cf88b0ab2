package ai.myrecruiter.picasso.workflows.deployment;

/** What a risk asks for. */
public enum Severity {
  /** A person has to agree. */
  APPROVE,
  /** Nobody can agree; the change has to be another. */
  BLOCK
}
