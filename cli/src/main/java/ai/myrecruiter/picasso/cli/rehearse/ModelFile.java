package ai.myrecruiter.picasso.cli.rehearse;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.rehearsal.Model;
import ai.myrecruiter.picasso.workflows.rehearsal.ModelReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A traffic model in a file. At most 256 KiB are read, whatever stands behind the name. */
final class ModelFile {
  private static final int MOST_BYTES = 256 * 1024;

  private ModelFile() {}

  /**
   * The model in a file.
   *
   * @throws InvalidInput with every finding, those about the file itself included
   */
  static Model read(Path file) {
    try (var in = Files.newInputStream(file)) {
      var bytes = in.readNBytes(MOST_BYTES + 1);
      InvalidInput.unless(
          bytes.length <= MOST_BYTES,
          "--model",
          file,
          "must be at most 256 KiB",
          "remove what does not belong to the model");
      return ModelReader.read(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (NoSuchFileException missing) {
      throw refused(file, "must exist");
    } catch (CharacterCodingException malformed) {
      throw refused(file, "must be UTF-8 text");
    } catch (IOException failed) {
      throw refused(file, "must be a file that can be read");
    }
  }

  private static InvalidInput refused(Path file, String rule) {
    return new InvalidInput("--model", file, rule, "give the path of a YAML or JSON model");
  }
}
