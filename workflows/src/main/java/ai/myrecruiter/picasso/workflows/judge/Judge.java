package ai.myrecruiter.picasso.workflows.judge;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides whether the new version is worse than the old one. Pure, and in strict arithmetic: the
 * same state, look and criteria give the same judgement to the last bit, in the task, in a
 * rehearsal and in an auditor's replay.
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
    return judgement(state.look(lookId, sums, criteria), criteria);
  }

  /**
   * The judgement by what is already known. The first test, of errors, decides whether a stage
   * passes; the others can stop it.
   */
  public static Judgement judgement(JudgeState state, Criteria criteria) {
    List<TestResult> tests =
        Stream.of(
                Optional.of(ErrorTest.judge(state, criteria)),
                ObjectiveTest.judge(state, criteria),
                LatencyTest.judge(state, criteria),
                Optional.of(RefusalTest.judge(state, criteria)),
                RoutingTest.judge(state, criteria))
            .flatMap(Optional::stream)
            .toList();
    return new Judgement(state, tests, state.badRequests());
  }
}
