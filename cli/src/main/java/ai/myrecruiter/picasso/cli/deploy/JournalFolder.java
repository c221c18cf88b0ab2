package ai.myrecruiter.picasso.cli.deploy;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where records are kept while the environment has no table: an option of several commands. */
final class JournalFolder {
  @Option(
      names = "--journal",
      paramLabel = "FOLDER",
      description =
          "Where records are kept while the environment has no table yet, and those of teardowns"
              + " (picasso, in XDG_STATE_HOME, else ~/.local/state).")
  private Optional<Path> folder = Optional.empty();

  Optional<Path> named() {
    return folder;
  }
}
