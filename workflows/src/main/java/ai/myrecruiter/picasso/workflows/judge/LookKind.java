package ai.myrecruiter.picasso.workflows.judge;

/** What a look is for. */
public enum LookKind {
  /** Takes what came before a shift out of the comparison; a new stage begins after it. */
  BASELINE,
  /** Decides about the present stage. */
  STAGE
}
