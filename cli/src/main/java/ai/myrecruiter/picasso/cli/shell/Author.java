package ai.myrecruiter.picasso.cli.shell;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The person or pipeline behind a command that changes something. */
public final class Author {
  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "Who does it; goes into the record (PICASSO_BY, else the user's name).")
  private Optional<String> by = Optional.empty();

  /**
   * The name.
   *
   * @throws ai.myrecruiter.picasso.workflows.InvalidInput when nobody is named
   */
  public String name(Shell shell) {
    return Options.by(by, shell);
  }
}
