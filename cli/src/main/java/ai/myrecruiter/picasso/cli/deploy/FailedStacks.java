package ai.myrecruiter.picasso.cli.deploy;

import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.workflows.rollout.RolloutId;
import java.util.List;

/** Deletes what a creation or a deletion that failed has left. */
final class FailedStacks {
  private final Session session;
  private final Patience patience;

  FailedStacks(Session session, Patience patience) {
    this.session = session;
    this.patience = patience;
  }

  /**
   * Deletes those of the stacks that failed, the last first; preflight has allowed it.
   *
   * @throws CommandEnd when one cannot be deleted
   */
  void delete(List<StackPlan> plans) throws InterruptedException {
    for (var plan : plans.reversed()) {
      var failed = plan.now().filter(StackStateChecks::failed);
      if (failed.isPresent()) {
        var id = RolloutId.create(session.now(), session.shell().random());
        var ended = new StackDeletion(session, patience).delete(failed.get(), "picasso-" + id);
        ended
            .failure()
            .ifPresent(why -> {
              throw CommandEnd.failed(why + ". Mend that and deploy again.");
            });
      }
    }
  }
}
