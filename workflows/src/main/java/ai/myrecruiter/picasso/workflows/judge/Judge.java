package ai.myrecruiter.picasso.workflows.judge;

import java.util.List;

/**
 * Decides whether the new version fails more than the old one. Pure: the same state, look and
 * criteria give the same judgement, in the task, in a rehearsal and in an auditor's replay.
 */
public final class Judge {
  private Judge() {}

  /**
   * The judgement after a look.
   *
   * @param state what the judge remembers; {@link JudgeState#newStage} at the start of a stage
   * @param lookId id of the look; a look that is judged twice in a row counts once
   * @param sums both versions' sums since the first shift
   * @param criteria what to judge by
   */
  public static Judgement look(
      JudgeState state, String lookId, CumulativeCounts sums, Criteria criteria) {
    return judgement(state.look(lookId, sums), criteria);
  }

  /** The judgement by what is already known. */
  public static Judgement judgement(JudgeState state, Criteria criteria) {
    return new Judgement(state, List.of(ErrorTest.judge(state, criteria)), state.badRequests());
  }
}
