package ai.myrecruiter.picasso.workflows.environment;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an alarm that goes off does by itself, apart from telling its audience. */
public enum Severity {
  /** Nothing: people decide. */
  @JsonProperty("notify")
  NOTIFY,
  /** All traffic goes back to the stable version. */
  @JsonProperty("rollback")
  ROLLBACK,
  /** All traffic goes back, and streaming with its Function URL is shut until people open it. */
  @JsonProperty("contain")
  CONTAIN
}
