package ai.myrecruiter.picasso.cli.shell;

/** What a command ends with; the same for every command. */
public enum ExitStatus {
  /** It did what was asked. */
  OK(0, "done; for a rollout that is followed to its end: promoted"),
  /** It could not: a service did not answer, or something broke. */
  FAILURE(1, "failed: a service, a rollback or the command itself"),
  /** What was asked is not possible as it stands: wrong option, illegal plan, unknown name. */
  USAGE(2, "wrong usage or bad input; nothing was changed"),
  /** What was asked is refused: the lease is held, the rollout has ended, it was rolled back. */
  REFUSED(3, "refused, or ended otherwise than asked: lease held, too late, rolled back, replay differs"),
  /** It was not over in the time given; what was started goes on. */
  TIMED_OUT(4, "not over within --timeout; what was started goes on");

  private final int code;
  private final String meaning;

  ExitStatus(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The process's exit code, 0 to 4. */
  public int code() {
    return code;
  }

  /** What it means, for help texts. */
  public String meaning() {
    return meaning;
  }
}
