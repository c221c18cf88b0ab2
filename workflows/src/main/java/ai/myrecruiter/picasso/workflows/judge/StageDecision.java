package ai.myrecruiter.picasso.workflows.judge;

import ai.myrecruiter.picasso.workflows.contract.DurationText;
import ai.myrecruiter.picasso.workflows.judge.ReleaseJudgement.OfFunction;
import ai.myrecruiter.picasso.workflows.plan.Watch;
import java.time.Duration;
import java.util.List;

/**
 * What follows from a look.
 *
 * @param action what to do
 * @param sentence why, for a release manager
 */
public record StageDecision(StageAction action, String sentence) {
  /**
   * The decision: a FAIL goes back at once; a PASS goes on once the shortest time is over; what is
   * inconclusive is watched up to the longest time, and then the plan's rule for it applies. A rule
   * that says pass does not pass a stage without data: that is held.
   *
   * @param watch how the stage or bake is watched
   * @param elapsed how long it has been watched
   * @param judgement what the judge says of each function; the worst counts
   */
  public static StageDecision decide(Watch watch, Duration elapsed, ReleaseJudgement judgement) {
    var evidence = judgement.evidence();
    return switch (judgement.verdict()) {
      case FAIL -> new StageDecision(StageAction.FAIL, evidence);
      case PASS ->
          elapsed.compareTo(watch.duration()) < 0
              ? new StageDecision(StageAction.CONTINUE, evidence + " " + until(watch.duration()))
              : new StageDecision(StageAction.PASS, evidence);
      case INCONCLUSIVE ->
          elapsed.compareTo(watch.maxDuration()) < 0
              ? new StageDecision(StageAction.CONTINUE, evidence + " " + until(watch.maxDuration()))
              : inconclusive(watch, judgement, evidence);
    };
  }

  private static StageDecision inconclusive(
      Watch watch, ReleaseJudgement judgement, String evidence) {
    var over = evidence + " " + DurationText.format(watch.maxDuration()) + " are over";
    return switch (watch.onInconclusive()) {
      case EXTEND, HOLD -> new StageDecision(StageAction.HOLD, over + "; a person must decide.");
      case ROLLBACK ->
          new StageDecision(StageAction.FAIL, over + "; the plan says to go back then.");
      case PASS ->
          judgement.hasData()
              ? new StageDecision(StageAction.PASS, over + "; the plan says to go on then.")
              : new StageDecision(
                  StageAction.HOLD,
                  over
                      + "; the plan says to go on then, but not without data: a person must decide.");
    };
  }

  private static String until(Duration time) {
    return "Watching until " + DurationText.format(time) + " are over.";
  }

  /** The decision about a release of one function. */
  public static StageDecision decide(Watch watch, Duration elapsed, Judgement judgement) {
    return decide(
        watch, elapsed, new ReleaseJudgement(List.of(new OfFunction("the function", judgement))));
  }
}
