package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.judge.CumulativeCounts;
import ai.myrecruiter.picasso.workflows.judge.Judgement;
import ai.myrecruiter.picasso.workflows.judge.LookKind;
import ai.myrecruiter.picasso.workflows.judge.StageAction;
import ai.myrecruiter.picasso.workflows.judge.TestAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One look with everything needed to judge it again: the counts that were read, and what was
 * answered.
 *
 * @param sequence number of the look in the rollout, from 1
 * @param id id of the look in the rollout
 * @param kind what it is for
 * @param stage index of the stage; the number of stages stands for the bake
 * @param look number of the look within the stage, from 1; 0 of a baseline
 * @param at when the counts were read
 * @param thresholds of latency in milliseconds
 * @param sums the counts
 * @param answers what each test said
 * @param action what followed; absent of a baseline
 */
public record RecordedLook(
    long sequence,
    String id,
    LookKind kind,
    int stage,
    int look,
    Instant at,
    List<Long> thresholds,
    CumulativeCounts sums,
    List<TestAnswer> answers,
    Optional<StageAction> action) {
  /** Checks the numbers and copies the lists. */
  public RecordedLook {
    thresholds = List.copyOf(thresholds);
    answers = List.copyOf(answers);
    InvalidInput.unless(
        sequence >= 1, "$.sequence", sequence, "must be 1 or more", "count looks from 1");
    InvalidInput.unless(stage >= 0, "$.stage", stage, "must be 0 or more", "count from 0");
    InvalidInput.unless(
        kind == LookKind.BASELINE ? look == 0 && action.isEmpty() : look >= 1 && action.isPresent(),
        "$.look",
        look,
        "must be 0 without an action for a baseline, 1 or more with one for a look at a stage",
        "use the file as it was exported");
  }

  /** A look that takes what came before out of the comparison. */
  public static RecordedLook baseline(
      Rollout before, String id, int stage, Instant at, CumulativeCounts sums, Judgement said) {
    return new RecordedLook(
        before.judge().looks() + 1,
        id,
        LookKind.BASELINE,
        stage,
        0,
        at,
        said.state().thresholds(),
        sums,
        TestAnswer.of(said),
        Optional.empty());
  }

  /** A look at a stage, and what followed from it. */
  public static RecordedLook of(
      Rollout before,
      NextStep step,
      Instant at,
      CumulativeCounts sums,
      Judgement said,
      StageAction action) {
    return new RecordedLook(
        before.judge().looks() + 1,
        idOf(step),
        LookKind.STAGE,
        step.stage(),
        step.look(),
        at,
        said.state().thresholds(),
        sums,
        TestAnswer.of(said),
        Optional.of(action));
  }

  /** The id of the look of a step. */
  public static String idOf(NextStep step) {
    return step.stage() + "-" + step.look();
  }

  /** Whether a record is where it was before this look; else the look has counted already. */
  public boolean follows(Rollout rollout) {
    return rollout.judge().looks() + 1 == sequence;
  }
}
