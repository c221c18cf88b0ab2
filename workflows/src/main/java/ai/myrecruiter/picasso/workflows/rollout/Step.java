package ai.myrecruiter.picasso.workflows.rollout;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a rollout does next; the state machine routes on it. */
public enum Step {
  /** Prove that the release can be judged and undone. */
  @JsonProperty("preflight")
  PREFLIGHT,
  /** Wait until the change set of the stack is known. */
  @JsonProperty("settle")
  SETTLE,
  /** Execute the change set. */
  @JsonProperty("execute")
  EXECUTE,
  /** Wait until CloudFormation is done. */
  @JsonProperty("follow")
  FOLLOW,
  /** Make the candidate an immutable version. */
  @JsonProperty("publish")
  PUBLISH,
  /** Ask a person before a stage starts. */
  @JsonProperty("approve")
  APPROVE,
  /** Set a stage's weight. */
  @JsonProperty("shift")
  SHIFT,
  /** Wait for the next look. */
  @JsonProperty("observe")
  OBSERVE,
  /** Leave the traffic as it is and ask a person. */
  @JsonProperty("hold")
  HOLD,
  /** Make the candidate the alias's version, with a holdback. */
  @JsonProperty("promote")
  PROMOTE,
  /** End the holdback. */
  @JsonProperty("release")
  RELEASE,
  /** Record the outcome. */
  @JsonProperty("close")
  CLOSE,
  /** Go back, because a person said no. */
  @JsonProperty("reject")
  REJECT,
  /** Go back. */
  @JsonProperty("rollback")
  ROLLBACK
}
