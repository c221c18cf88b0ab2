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

  /** Whether the present stage has data of both versions: without it nothing may pass. */
  public boolean hasData() {
    return state.complete()
        && state.stable().stage().requests() > 0
        && state.candidate().stage().requests() > 0;
  }
}
