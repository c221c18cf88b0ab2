package ai.myrecruiter.picasso.runtime.crac;

/** The entry point by the name that {@code org.crac} looks for. */
public final class Core {
  private static final Context<Resource> GLOBAL = new GlobalContext();

  private Core() {}

  /** The context of this process. */
  public static Context<Resource> getGlobalContext() {
    return GLOBAL;
  }

  /** Lambda alone takes snapshots. */
  @SuppressWarnings("DoNotCallSuggester") // called by org.crac, by name
  public static void checkpointRestore() throws CheckpointException, RestoreException {
    throw new UnsupportedOperationException(
        "a snapshot cannot be asked for: Lambda takes it when the function has started");
  }
}
