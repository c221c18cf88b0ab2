package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.workflows.deployment.Deployment;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where the records of an environment's deployments are kept. None is ever deleted. */
interface Journal {
  /** A record; empty when there is none. */
  Optional<Deployment> read(RolloutId id);

  /** All records, the latest first. */
  List<Deployment> list();

  /** Writes a new record, unless there is one already; answers what is stored then. */
  Deployment create(Deployment deployment);

  /** Changes a record; the change is asked again when somebody else wrote in between. */
  Deployment change(RolloutId id, UnaryOperator<Deployment> change);

  /** Keeps the events of a deployment, in place of those that were kept of it before. */
  void keepEvents(RolloutId id, List<RecordedEvent> events);

  /** The events that were kept of a deployment, the oldest first. */
  List<RecordedEvent> events(RolloutId id);

  /** The place, for a person. */
  String where();
}
