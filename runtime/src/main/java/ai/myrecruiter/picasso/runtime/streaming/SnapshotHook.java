package ai.myrecruiter.picasso.runtime.streaming;

import org.crac.Context;
import org.crac.Resource;

/** Takes the model's client, and so every socket, out of a snapshot; the next call makes another. */
final class SnapshotHook implements Resource {
  private final Model model;

  SnapshotHook(Model model) {
    this.model = model;
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    model.close();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // The client is made when it is needed: nothing is left to restore.
  }
}
