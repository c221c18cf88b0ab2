package ai.myrecruiter.picasso.cli.view;

import ai.myrecruiter.picasso.workflows.judge.Criteria;
import ai.myrecruiter.picasso.workflows.judge.Judge;
import ai.myrecruiter.picasso.workflows.judge.Judgement;
import ai.myrecruiter.picasso.workflows.judge.TestResult;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import java.util.Optional;

/** What the judge said at its last look, computed again from what the record remembers. */
public final class Evidence {
  private Evidence() {}

  /** The judgement; empty before the first look. */
  public static Optional<Judgement> of(Rollout rollout) {
    if (rollout.judge().looks() == 0) {
      return Optional.empty();
    }
    return rollout
        .stable()
        .flatMap(stable ->
            rollout
                .candidate()
                .map(candidate -> Criteria.of(rollout.plan(), stable, candidate))
                .map(criteria -> Judge.judgement(rollout.judge(), criteria)));
  }

  /** The test that says most: the first with the verdict of all. */
  static Optional<TestResult> leading(Rollout rollout) {
    return of(rollout)
        .flatMap(judgement ->
            judgement.tests().stream()
                .filter(test -> test.verdict() == judgement.verdict())
                .findFirst());
  }
}
