package ai.myrecruiter.picasso.workflows.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an approval that nobody gave counts as. */
public enum ApprovalDefault {
  /** The stage starts. */
  @JsonProperty("approve")
  APPROVE,
  /** The rollout goes back. */
  @JsonProperty("reject")
  REJECT
}
