package ai.myrecruiter.picasso.local.lambda;

/**
 * Ends the process of a managed function in the middle of an invocation, when whoever is told of
 * its calls throws it: nothing that comes after the call is done. Lambda reports {@code
 * Runtime.ExitError}, as when a process has no memory left.
 */
public final class ProcessExit extends Error {
  private static final long serialVersionUID = 1;

  /** The end of a process. */
  public ProcessExit() {
    super("Runtime exited with error: signal: killed", null, false, false);
  }
}
