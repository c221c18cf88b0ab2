package ai.myrecruiter.picasso.runtime.crac;

/** Where resources register. */
public abstract class Context<R extends Resource> implements Resource {
  /** For subclasses. */
  protected Context() {}

  @Override
  public abstract void beforeCheckpoint(Context<? extends Resource> context)
      throws CheckpointException;

  @Override
  public abstract void afterRestore(Context<? extends Resource> context) throws RestoreException;

  /** Adds a resource. */
  public abstract void register(R resource);
}
