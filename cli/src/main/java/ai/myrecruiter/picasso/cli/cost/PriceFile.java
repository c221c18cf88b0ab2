package ai.myrecruiter.picasso.cli.cost;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.cost.PriceList;
import ai.myrecruiter.picasso.workflows.cost.PriceListReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A price list in a file, of which at most 256 KiB are read, or the one that comes along. */
final class PriceFile {
  /** How the report calls the list that comes along. */
  static final String BUILT_IN = "prices-us-east-1.yaml, which comes with picasso";

  private static final String RESOURCE = "prices-us-east-1.yaml";
  private static final int MOST_BYTES = 256 * 1024;

  private PriceFile() {}

  /**
   * The prices in a file.
   *
   * @throws InvalidInput with every finding, those about the file itself included
   */
  static PriceList read(Path file) {
    try (var in = Files.newInputStream(file)) {
      var bytes = in.readNBytes(MOST_BYTES + 1);
      InvalidInput.unless(
          bytes.length <= MOST_BYTES,
          "--prices",
          file,
          "must be at most 256 KiB",
          "remove what does not belong to the prices");
      return PriceListReader.read(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (NoSuchFileException missing) {
      throw refused(file, "must exist");
    } catch (CharacterCodingException malformed) {
      throw refused(file, "must be UTF-8 text");
    } catch (IOException failed) {
      throw refused(file, "must be a file that can be read");
    }
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

  private static InvalidInput refused(Path file, String rule) {
    return new InvalidInput("--prices", file, rule, "give the path of a YAML or JSON price list");
  }
}
