package ai.myrecruiter.picasso.cli.rehearse;

import ai.myrecruiter.picasso.cli.shell.TextFile;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import ai.myrecruiter.picasso.workflows.rehearsal.ModelReader;
import java.nio.file.Path;

/** A traffic model in a file. */
final class ModelFile {
  private static final TextFile TEXT =
      new TextFile("--model", "model", "give the path of a YAML or JSON model");

  private ModelFile() {}

  /**
   * The model in a file.
   *
   * @throws InvalidInput with every finding, those about the file itself included
   */
  static Model read(Path file) {
    return ModelReader.read(TEXT.read(file));
  }
}
