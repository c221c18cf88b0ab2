package ai.myrecruiter.picasso.workflows.rollout;

/** Who or what decided how a rollout ended. */
public enum DecidedBy {
  /** The judge, by evidence. */
  JUDGE,
  /** A CloudWatch alarm. */
  ALARM,
  /** A person: an abort, a rejection, or an approval of a held stage. */
  PERSON,
  /** The watchdog, which found a split alias that nobody drives. */
  WATCHDOG,
  /** A failure of the machinery itself. */
  FAILURE,
  /** The plan: a preflight rule, or an approval's default. */
  PLAN
}
