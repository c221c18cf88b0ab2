package ai.myrecruiter.picasso.cli.rollout;

import ai.myrecruiter.picasso.cli.shell.CommandEnd;
import ai.myrecruiter.picasso.cli.shell.Shell;
import ai.myrecruiter.picasso.workflows.Environment;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.util.List;

/** Asks before production is changed: on a terminal by a question, elsewhere by {@code --yes}. */
final class Confirmation {
  private Confirmation() {}

  /**
   * Returns when the change may be made.
   *
   * @throws InvalidInput when nobody can be asked
   * @throws CommandEnd when the answer is no
   */
  static void require(Shell shell, Environment environment, boolean yes, List<String> what) {
    if (yes || environment != Environment.PRODUCTION) {
      return;
    }
    InvalidInput.unless(
        shell.terminal().interactive(),
        "--yes",
        "not given",
        "must be given to change production where nobody can be asked",
        "add --yes");
    what.forEach(shell::say);
    if (!shell.ask("Go ahead in production? [y/N] ", "--yes").equalsIgnoreCase("y")) {
      throw CommandEnd.refused("Nothing was changed.");
    }
  }
}
