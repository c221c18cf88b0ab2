package ai.myrecruiter.picasso.tasks.rollout;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.Step;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import java.util.ArrayList;

/**
 * Proves, before anything changes, that the release can be judged and undone. Reports all that is
 * wrong at once.
 */
public final class RunPreflight extends Task<Turn, Turn> {
  private final Ports ports;

  /** For Lambda. */
  public RunPreflight() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public RunPreflight(Ports ports) {
    super(Turn.class);
    this.ports = ports;
  }

  @Override
  protected Turn run(Turn turn) {
    var owned = new OwnedRollout(ports, turn.run());
    var record = owned.change(Rollout::preflighting);
    var target = new TargetInspection(ports.lambda(), record.request());
    var alarms = new AlarmInspection(ports.cloudWatch(), record);
    var missing = new ArrayList<>(target.missing());
    missing.addAll(alarms.missing());
    InvalidInput.when(missing);
    var unfit = new ArrayList<>(target.unfit());
    unfit.addAll(alarms.unfit());
    if (!unfit.isEmpty()) {
      throw new PreflightRefused(unfit);
    }
    var stable = target.stable();
    owned.change((rollout, now) -> rollout.publishing(stable, now));
    return turn.then(
        new NextStep(Step.PUBLISH, 0, 0, 0, "Preflight passed; version " + stable + " is stable"));
  }
}
