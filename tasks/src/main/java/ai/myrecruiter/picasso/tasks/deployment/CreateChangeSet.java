package ai.myrecruiter.picasso.tasks.deployment;

import ai.myrecruiter.picasso.tasks.Ports;
import ai.myrecruiter.picasso.tasks.Task;
import ai.myrecruiter.picasso.workflows.rollout.NextStep;
import ai.myrecruiter.picasso.workflows.rollout.Step;
import ai.myrecruiter.picasso.workflows.rollout.Turn;
import java.util.Map;

/**
 * Asks CloudFormation for the change set. The parameters that stand for the versions in service get
 * what the aliases say now; those that nobody names keep their values.
 */
public final class CreateChangeSet extends Task<Turn, Turn> {
  private static final int FIRST_LOOK_SECONDS = 5;
  private final Ports ports;

  /** For Lambda. */
  public CreateChangeSet() {
    this(Ports.ofAws());
  }

  /** On given ports. */
  public CreateChangeSet(Ports ports) {
    super(Turn.class);
    this.ports = ports;
  }

  @Override
  protected Turn run(Turn turn) {
    var owned = new OwnedDeployment(ports, turn.run());
    var change = owned.read().change();
    var name = ChangeSetNames.of(turn.run().rolloutId());
    new ChangeSetRequest(ports.cloudFormation(), change, name)
        .update(StableVersions.byParameter(ports.lambda(), change), Map.of());
    owned.change((deployment, now) -> deployment.proposed(name, now));
    return turn.then(
        new NextStep(Step.SETTLE, 0, 0, FIRST_LOOK_SECONDS, "Change set " + name + " asked for"));
  }
}
