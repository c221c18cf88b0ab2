package ai.myrecruiter.picasso.runtime.crac;

/** Something that a snapshot must not hold as it is, such as an open socket. */
public interface Resource {
  /** Called before the snapshot; the last registered goes first. */
  void beforeCheckpoint(Context<? extends Resource> context) throws Exception;

  /** Called in the restored process; the first registered goes first. */
  void afterRestore(Context<? extends Resource> context) throws Exception;
}
