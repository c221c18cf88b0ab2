package ai.myrecruiter.picasso.cli;

import ai.myrecruiter.picasso.workflows.judge.Criteria;
import ai.myrecruiter.picasso.workflows.judge.CumulativeCounts;
import ai.myrecruiter.picasso.workflows.judge.Judge;
import ai.myrecruiter.picasso.workflows.judge.JudgeState;
import ai.myrecruiter.picasso.workflows.judge.LookKind;
import ai.myrecruiter.picasso.workflows.judge.StageAction;
import ai.myrecruiter.picasso.workflows.judge.Tally;
import ai.myrecruiter.picasso.workflows.judge.TestAnswer;
import ai.myrecruiter.picasso.workflows.rollout.RecordedLook;
import ai.myrecruiter.picasso.workflows.rollout.RecordedRollout;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import java.util.List;
import java.util.Optional;

/** A rollout with its looks, as it is exported. */
public final class RecordedLooks {
  private static final Tally OLD = new Tally(900, 1);
  private static final Tally NEW = new Tally(100, 31);

  private RecordedLooks() {}

  /** The record of a rollout whose first look failed. */
  public static Rollout looked() {
    return Records.looked(OLD, NEW);
  }

  /** The same with its look. */
  public static RecordedRollout rollout() {
    return RecordedRollout.of(looked(), List.of(look())).orElseThrow();
  }

  /** The look. */
  public static RecordedLook look() {
    var rollout = looked();
    var plain = CumulativeCounts.of(OLD, NEW);
    var sums =
        new CumulativeCounts(
            plain.stable(),
            plain.candidate(),
            Optional.of(rollout.plan().stages().getFirst().weight()));
    var criteria =
        Criteria.of(
            rollout.plan(), rollout.stable().orElseThrow(), rollout.candidate().orElseThrow());
    var said = Judge.look(JudgeState.START, "0-1", sums, criteria);
    return new RecordedLook(
        1,
        "0-1",
        LookKind.STAGE,
        0,
        1,
        rollout.startedAt(),
        List.of(),
        sums,
        TestAnswer.of(said),
        Optional.of(StageAction.FAIL));
  }
}
