package ai.myrecruiter.picasso.runtime.crac;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs every hook, and reports those that failed together. */
final class GlobalContext extends Context<Resource> {
  private final List<Resource> resources = new ArrayList<>();

  @Override
  public synchronized void register(Resource resource) {
    resources.add(resource);
  }

  private synchronized List<Resource> resources() {
    return List.copyOf(resources);
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) throws CheckpointException {
    var failed = new CheckpointException();
    for (var resource : resources().reversed()) {
      run(() -> resource.beforeCheckpoint(this)).ifPresent(failed::addSuppressed);
    }
    if (failed.getSuppressed().length > 0) {
      throw failed;
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) throws RestoreException {
    var failed = new RestoreException();
    for (var resource : resources()) {
      run(() -> resource.afterRestore(this)).ifPresent(failed::addSuppressed);
    }
    if (failed.getSuppressed().length > 0) {
      throw failed;
    }
  }

  private interface Hook {
    void run() throws Exception;
  }

  @SuppressWarnings("CatchingUnchecked") // a hook that fails must not keep the others from running
  private static Optional<Exception> run(Hook hook) {
    try {
      hook.run();
      return Optional.empty();
    } catch (Exception e) {
      return Optional.of(e);
    }
  }
}
