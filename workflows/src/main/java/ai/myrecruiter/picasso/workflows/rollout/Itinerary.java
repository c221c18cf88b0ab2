package ai.myrecruiter.picasso.workflows.rollout;

import ai.myrecruiter.picasso.workflows.plan.Approval;
import ai.myrecruiter.picasso.workflows.plan.Plan;
import ai.myrecruiter.picasso.workflows.plan.Stage;
import ai.myrecruiter.picasso.workflows.plan.Watch;
import java.time.Duration;

/**
 * The way through a plan: what follows what. Stages are counted from 0; the index after the last
 * one stands for the holdback bake.
 */
public record Itinerary(Plan plan) {
  /** The step with which a stage begins; after the last stage, promotion. */
  public NextStep enter(int stage, String sentence) {
    if (stage >= plan.stages().size()) {
      return new NextStep(Step.PROMOTE, plan.stages().size(), 0, 0, sentence);
    }
    return plan.stages()
        .get(stage)
        .approval()
        .map(approval -> ask(Step.APPROVE, stage, 0, approval, sentence))
        .orElseGet(() -> shift(stage, sentence));
  }

  /** The step that sets a stage's weight. */
  public NextStep shift(int stage, String sentence) {
    return new NextStep(Step.SHIFT, stage, 0, 0, sentence);
  }

  /** The step that waits for a look, the first of which is 1. */
  public NextStep observe(int stage, int look, String sentence) {
    return new NextStep(Step.OBSERVE, stage, look, watch(stage).look().toSeconds(), sentence);
  }

  /** The step that asks a person because a stage's longest time decided nothing. */
  public NextStep hold(int stage, int look, String sentence) {
    return ask(Step.HOLD, stage, look, approval(stage), sentence);
  }

  /** The step after a stage has passed: the next stage, promotion, or the end of the bake. */
  public NextStep pass(int stage, String sentence) {
    return isBake(stage)
        ? new NextStep(Step.RELEASE, stage, 0, 0, sentence)
        : enter(stage + 1, sentence);
  }

  /** The step that asks the same question again, for what is left of its time. */
  public NextStep askAgain(NextStep question, Duration left, String sentence) {
    return new NextStep(
        question.step(),
        question.stage(),
        question.look(),
        Math.max(1, left.toSeconds()),
        sentence);
  }

  /** The step that goes back because a person said no. */
  public NextStep reject(int stage, int look, String sentence) {
    return new NextStep(Step.REJECT, stage, look, 0, sentence);
  }

  /** The step that goes back. */
  public NextStep rollback(int stage, int look, String sentence) {
    return new NextStep(Step.ROLLBACK, stage, look, 0, sentence);
  }

  /** The consent a stage asks for, or the standard one for a hold of a stage that names none. */
  public Approval approval(int stage) {
    return isBake(stage)
        ? Approval.STANDARD
        : plan.stages().get(stage).approval().orElse(Approval.STANDARD);
  }

  /** How a stage, or the bake, is watched. */
  public Watch watch(int stage) {
    return isBake(stage) ? plan.bake().watch() : plan.stages().get(stage).watch();
  }

  /** The name of a stage, or {@code bake}. */
  public String name(int stage) {
    return watch(stage).name();
  }

  /** The candidate's share of the traffic in percent, in a stage or in the bake. */
  public double weight(int stage) {
    return isBake(stage) ? 100 - plan.bake().holdback() : stage(stage).weight();
  }

  /** How long a stage or the bake has been watched when a look is due, counted in whole looks. */
  public Duration watched(int stage, int look) {
    return watch(stage).look().multipliedBy(look);
  }

  /** Whether an index stands for the holdback bake. */
  public boolean isBake(int stage) {
    return stage >= plan.stages().size();
  }

  private Stage stage(int stage) {
    return plan.stages().get(stage);
  }

  private static NextStep ask(Step step, int stage, int look, Approval approval, String sentence) {
    return new NextStep(step, stage, look, approval.expiresAfter().toSeconds(), sentence);
  }
}
