package ai.myrecruiter.picasso.runtime.priming;

import java.util.Map;
import java.util.Optional;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Keeps whatever holds sockets, credentials or random numbers out of a snapshot: closed before it,
 * and made anew in each process that goes on from it. To be held by whoever registers it, because
 * the context of snapshots may not.
 */
public final class SnapshotHook implements Resource {
  private static final String SNAP_START = "snap-start";
  private final Runnable before;
  private final Runnable after;

  private SnapshotHook(Runnable before, Runnable after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Registers a hook where Lambda is going to take a snapshot.
   *
   * @param environment has {@code AWS_LAMBDA_INITIALIZATION_TYPE}
   * @param before runs before the snapshot
   * @param after runs in every process that goes on from it
   * @return the hook; empty where there is no snapshot
   */
  public static Optional<SnapshotHook> register(
      Map<String, String> environment, Runnable before, Runnable after) {
    if (!SNAP_START.equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
      return Optional.empty();
    }
    var hook = new SnapshotHook(before, after);
    Core.getGlobalContext().register(hook);
    return Optional.of(hook);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    before.run();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    after.run();
  }
}
