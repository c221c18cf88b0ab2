package ai.myrecruiter.picasso.tasks.rollout;

import ai.myrecruiter.picasso.tasks.FreezeInspection;
import ai.myrecruiter.picasso.tasks.PolicyInspection;
import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.rollout.Member;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.Rollout;
import ai.myrecruiter.picasso.workflows.rollout.Step;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import ai.myrecruiter.picasso.workflows.rollout.Versions;
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
    var targets = TargetInspection.all(ports.lambda(), record.request());
    var alarms = new AlarmInspection(ports.cloudWatch(), record);
    var missing = new ArrayList<Finding>();
    targets.forEach(target -> missing.addAll(target.missing()));
    missing.addAll(alarms.missing());
    InvalidInput.when(missing);
    var unfit = new ArrayList<Finding>();
    unfit.addAll(PolicyInspection.place(ports, turn.run().environment(), turn.run().function()));
    unfit.addAll(FreezeInspection.at(ports, owned.now()));
    targets.forEach(target -> unfit.addAll(target.unfit()));
    unfit.addAll(alarms.unfit());
    if (!unfit.isEmpty()) {
      throw new PreflightRefused(unfit);
    }
    var stable = targets.stream().map(TargetInspection::stable).toList();
    var passed =
        owned.change((rollout, now) -> alarms.noteUnwatched(rollout.publishing(stable, now), now));
    var versions = Versions.of(passed.members(), Member::stable);
    return turn.then(
        new NextStep(Step.PUBLISH, 0, 0, 0, "Preflight passed; " + versions + " is stable"));
  }
}
