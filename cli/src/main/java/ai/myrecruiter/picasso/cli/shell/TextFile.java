package ai.myrecruiter.picasso.cli.shell;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A kind of text file that a person names. At most 256 KiB are read, whatever stands behind the
 * name.
 *
 * @param option what names it, such as {@code --model}
 * @param subject what it is about, as in "what does not belong to the model"
 * @param fix what to do when there is no such file
 */
public record TextFile(String option, String subject, String fix) {
  private static final int MOST_BYTES = 256 * 1024;

  /**
   * The text of a file.
   *
   * @throws InvalidInput when it is missing, too large, not UTF-8 or cannot be read
   */
  public String read(Path file) {
    if (Files.isDirectory(file)) {
      throw refused(file, "must be a file, not a directory", fix);
    }
    try (var in = Files.newInputStream(file)) {
      return decode(file, in.readNBytes(MOST_BYTES + 1));
    } catch (NoSuchFileException missing) {
      throw refused(file, "must exist", fix);
    } catch (AccessDeniedException denied) {
      throw refused(file, "must be readable", "give yourself the right to read it");
    } catch (CharacterCodingException malformed) {
      throw refused(file, "must be UTF-8 text", "save it as UTF-8");
    } catch (IOException failed) {
      throw refused(file, "must be readable: " + failed.getMessage(), fix);
    }
  }

  private String decode(Path file, byte[] bytes) throws CharacterCodingException {
    if (bytes.length > MOST_BYTES) {
      throw refused(
          file, "must be at most 256 KiB", "remove what does not belong to the " + subject);
    }
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private InvalidInput refused(Path file, String rule, String remedy) {
    return new InvalidInput(option, file, rule, remedy);
  }
}
