package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.judge.CumulativeCounts;
import ai.myrecruiter.picasso.workflows.judge.Judgement;
import ai.myrecruiter.picasso.workflows.judge.LookKind;
import ai.myrecruiter.picasso.workflows.judge.StageAction;
import ai.myrecruiter.picasso.workflows.judge.TestAnswer;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.ArrayList;
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
 * @param companions the same counts and answers of the functions that are released together with
 *     the first, in their order
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
    Optional<StageAction> action,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<MemberLook> companions) {
  /** Checks the numbers and copies the lists. */
  public RecordedLook {
    thresholds = List.copyOf(thresholds);
    answers = List.copyOf(answers);
    companions = List.copyOf(companions);
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

  /** A look at one function. */
  public RecordedLook(
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
    this(sequence, id, kind, stage, look, at, thresholds, sums, answers, action, List.of());
  }

  /** What was read and said of one function. */
  public record MemberLook(List<Long> thresholds, CumulativeCounts sums, List<TestAnswer> answers) {
    /** Copies the lists. */
    public MemberLook {
      thresholds = List.copyOf(thresholds);
      answers = List.copyOf(answers);
    }

    /** Of a judgement, and of the counts that it is made from. */
    public static MemberLook of(CumulativeCounts sums, Judgement said) {
      return new MemberLook(said.state().thresholds(), sums, TestAnswer.of(said));
    }
  }

  /** A look that takes what came before out of the comparison. */
  public static RecordedLook baseline(
      Rollout before, String id, int stage, Instant at, List<MemberLook> seen) {
    return of(before, id, LookKind.BASELINE, stage, 0, at, seen, Optional.empty());
  }

  /** A look at a stage, and what followed from it. */
  public static RecordedLook of(
      Rollout before, NextStep step, Instant at, List<MemberLook> seen, StageAction action) {
    return of(
        before,
        idOf(step),
        LookKind.STAGE,
        step.stage(),
        step.look(),
        at,
        seen,
        Optional.of(action));
  }

  private static RecordedLook of(
      Rollout before,
      String id,
      LookKind kind,
      int stage,
      int look,
      Instant at,
      List<MemberLook> seen,
      Optional<StageAction> action) {
    var first = seen.getFirst();
    return new RecordedLook(
        before.judge().looks() + 1,
        id,
        kind,
        stage,
        look,
        at,
        first.thresholds(),
        first.sums(),
        first.answers(),
        action,
        seen.subList(1, seen.size()));
  }

  /** What was read and said of each function, in the release's order. */
  public List<MemberLook> members() {
    var members = new ArrayList<MemberLook>(companions.size() + 1);
    members.add(new MemberLook(thresholds, sums, answers));
    members.addAll(companions);
    return members;
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
