package ai.myrecruiter.picasso.cli.cost;

import ai.myrecruiter.picasso.cli.shell.TextFile;
import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.cost.PriceList;
import ai.myrecruiter.picasso.workflows.cost.PriceListReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A price list in a file, or the one that comes along. */
final class PriceFile {
  /** How the report calls the list that comes along. */
  static final String BUILT_IN = "prices-us-east-1.yaml, which comes with picasso";

  private static final String RESOURCE = "prices-us-east-1.yaml";
  private static final TextFile TEXT =
      new TextFile("--prices", "prices", "give the path of a YAML or JSON price list");

  private PriceFile() {}

  /**
   * The prices in a file.
   *
   * @throws InvalidInput with every finding, those about the file itself included
   */
  static PriceList read(Path file) {
    return PriceListReader.read(TEXT.read(file));
  }

  /** The prices that come along. */
  static PriceList builtIn() {
    try (var in = PriceList.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is not in the jar; build it again");
      }
      return PriceListReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read: " + e.getMessage(), e);
    }
  }
}
