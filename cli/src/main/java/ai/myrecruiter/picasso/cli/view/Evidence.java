package ai.myrecruiter.picasso.cli.view;

import ai.myrecruiter.picasso.workflows.judge.Judge;
import ai.myrecruiter.picasso.workflows.judge.Judgement;
import ai.myrecruiter.picasso.workflows.judge.TestResult;
import ai.myrecruiter.picasso.workflows.rollout.Member;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import java.util.Comparator;
import java.util.Optional;

/** What the judge said at its last look, computed again from what the record remembers. */
public final class Evidence {
  private Evidence() {}

  /** The judgement of the first function; empty before the first look. */
  public static Optional<Judgement> of(Rollout rollout) {
    return of(rollout, rollout.members().getFirst());
  }

  /** The judgement of one function; empty before the first look. */
  public static Optional<Judgement> of(Rollout rollout, Member member) {
    if (member.judge().looks() == 0 || member.stable().isEmpty() || member.candidate().isEmpty()) {
      return Optional.empty();
    }
    var criteria = member.criteria(rollout.plan(), rollout.members().size());
    return Optional.of(Judge.judgement(member.judge(), criteria));
  }

  /** The function that decides: the first with the worst verdict. */
  static Member deciding(Rollout rollout) {
    return rollout.members().stream()
        .min(Comparator.comparingInt(member -> rank(rollout, member)))
        .orElseThrow();
  }

  private static int rank(Rollout rollout, Member member) {
    return of(rollout, member)
        .map(judgement ->
            switch (judgement.verdict()) {
              case FAIL -> 0;
              case INCONCLUSIVE -> 1;
              case PASS -> 2;
            })
        .orElse(1);
  }

  /** The test that says most: the deciding function's first with the verdict of all. */
  static Optional<TestResult> leading(Rollout rollout) {
    return of(rollout, deciding(rollout))
        .flatMap(judgement ->
            judgement.tests().stream()
                .filter(test -> test.verdict() == judgement.verdict())
                .findFirst());
  }
}
