package ai.myrecruiter.picasso.cli.shell;

import ai.myrecruiter.picasso.workflows.PicassoException;

/** A command ends here with a status and a message; its data, if any, has been printed. */
public final class CommandEnd extends PicassoException {
  private static final long serialVersionUID = 1L;
  private final ExitStatus status;

  private CommandEnd(ExitStatus status, String code, String message) {
    super(code, message);
    this.status = status;
  }

  /** It failed: says of what, and what to do. */
  public static CommandEnd failed(String message) {
    return new CommandEnd(ExitStatus.FAILURE, "failed", message);
  }

  /** It was refused, or ended otherwise than asked. */
  public static CommandEnd refused(String message) {
    return new CommandEnd(ExitStatus.REFUSED, "refused", message);
  }

  /** It was asked for something that cannot be. */
  public static CommandEnd usage(String message) {
    return new CommandEnd(ExitStatus.USAGE, "usage", message);
  }

  /** It was not over in time. */
  public static CommandEnd timedOut(String message) {
    return new CommandEnd(ExitStatus.TIMED_OUT, "timed-out", message);
  }

  /** What the process ends with. */
  public ExitStatus status() {
    return status;
  }
}
