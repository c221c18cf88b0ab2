package ai.myrecruiter.picasso.workflows.judge;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.Verdict;
import ai.myrecruiter.picasso.workflows.judge.ReleaseJudgement.OfFunction;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ReleaseJudgementTest {
  private static Judgement said(Verdict verdict, long bad) {
    var test =
        new TestResult(
            "errors",
            verdict,
            1,
            250,
            new Counts(100, 0),
            new Counts(100, bad),
            Optional.empty(),
            OddsBounds.NONE,
            3,
            Optional.empty(),
            Optional.empty(),
            verdict + " it is.");
    return new Judgement(JudgeState.START, List.of(test), new BadRequests(bad, bad));
  }

  private static ReleaseJudgement release(Verdict... verdicts) {
    var number = new int[1];
    return new ReleaseJudgement(
        Stream.of(verdicts)
            .map(verdict -> new OfFunction("f" + ++number[0], said(verdict, number[0])))
            .toList());
  }

  @Test
  void theWorstFunctionCounts() {
    assertThat(release(Verdict.PASS, Verdict.PASS).verdict()).isEqualTo(Verdict.PASS);
    assertThat(release(Verdict.PASS, Verdict.INCONCLUSIVE).verdict())
        .isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(release(Verdict.FAIL, Verdict.INCONCLUSIVE).verdict()).isEqualTo(Verdict.FAIL);
    assertThat(release(Verdict.INCONCLUSIVE, Verdict.FAIL).verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void noFunctionIsNotAPass() {
    assertThat(release().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(release().evidence()).isEqualTo("Nothing was tested.");
  }

  @Test
  void namesTheFunctionThatDecidesWhenThereAreSeveral() {
    assertThat(release(Verdict.PASS, Verdict.FAIL).evidence()).isEqualTo("f2: FAIL it is.");
    assertThat(release(Verdict.FAIL).evidence()).isEqualTo("FAIL it is.");
  }

  @Test
  void addsBadRequestsUpAndKeepsTheStatesInTheirOrder() {
    var release = release(Verdict.PASS, Verdict.PASS, Verdict.PASS);
    assertThat(release.badRequests()).isEqualTo(new BadRequests(6, 6));
    assertThat(release.states()).hasSize(3);
  }
}
