package ai.myrecruiter.picasso.workflows.judge;

import ai.myrecruiter.picasso.workflows.Verdict;
import java.util.List;

/**
 * The answer to one look.
 *
 * @param state what the judge remembers from now on
 * @param tests what each test says
 * @param badRequests bad requests of the new version served so far
 */
public record Judgement(JudgeState state, List<TestResult> tests, BadRequests badRequests) {
  /** Copies the results. */
  public Judgement {
    tests = List.copyOf(tests);
  }

  /** The verdict over all tests. */
  public Verdict verdict() {
    return Verdict.of(tests.stream().map(TestResult::verdict).toList());
  }

  /** The sentence of the first test with the verdict of all. */
  String evidence() {
    var worst = verdict();
    return tests.stream()
        .filter(test -> test.verdict() == worst)
        .map(TestResult::sentence)
        .findFirst()
        .orElse("Nothing was tested.");
  }

  /** Whether the present stage has data of both versions: without it nothing may pass. */
  public boolean hasData() {
    return hasData(state);
  }

  static boolean hasData(JudgeState state) {
    return state.complete()
        && state.stable().stage().requests() > 0
        && state.candidate().stage().requests() > 0;
  }

  /** The verdict of a test that can stop a stage and otherwise waits for data only. */
  static Verdict guard(JudgeState state, double peakLogE, double limit) {
    if (peakLogE >= StrictMath.log(limit)) {
      return Verdict.FAIL;
    }
    return hasData(state) ? Verdict.PASS : Verdict.INCONCLUSIVE;
  }
}
