package ai.myrecruiter.picasso.workflows.plan;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens when a stage's longest time is over and there is too little evidence to judge. */
public enum OnInconclusive {
  /** Watch on from {@code duration} to {@code maxDuration}, then hold. */
  @JsonProperty("extend")
  EXTEND,
  /** Leave the traffic as it is and ask a person. */
  @JsonProperty("hold")
  HOLD,
  /** Go on; the record says what the stage could not have seen. Without any data: hold. */
  @JsonProperty("pass")
  PASS,
  /** Go back. */
  @JsonProperty("rollback")
  ROLLBACK
}
