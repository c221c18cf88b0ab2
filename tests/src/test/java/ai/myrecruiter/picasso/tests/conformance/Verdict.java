package ai.myrecruiter.picasso.tests.conformance;

/** How the engine did in one case. */
sealed interface Verdict {
  /** It answered as was recorded. */
  record Agrees() implements Verdict {}

  /**
   * It did not.
   *
   * @param trouble what the exceptions are told by
   * @param difference the first one
   */
  record Differs(Trouble trouble, String difference) implements Verdict {}

  /** It did not, and the list of exceptions says why it cannot. */
  record Excepted(String reason, String difference) implements Verdict {}

  /** Where a disagreement comes from. */
  enum Trouble {
    /** The engine's answer is another one. */
    ANSWER,
    /** The engine says that it does not run this. */
    REFUSED,
    /** A task asked for an outcome that the recording does not have. */
    NO_OUTCOME
  }
}
