package ai.myrecruiter.picasso.cli.judge;

import ai.myrecruiter.picasso.workflows.InvalidInput;
import ai.myrecruiter.picasso.workflows.contract.Contracts;
import ai.myrecruiter.picasso.workflows.rollout.RecordedRollout;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The record of a rollout's looks in a file of at most 256 MiB. */
final class RecordFile {
  private static final long MOST_BYTES = 256L * 1024 * 1024;
  private static final String EXPORT = "give a file written by picasso rollout export";

  private RecordFile() {}

  /**
   * The record.
   *
   * @throws InvalidInput with path, value, rule and fix
   */
  static RecordedRollout read(Path file) {
    try {
      InvalidInput.unless(
          !Files.isDirectory(file), "FILE", file, "must be a file, not a directory", EXPORT);
      InvalidInput.unless(
          Files.size(file) <= MOST_BYTES, "FILE", file, "must be at most 256 MiB", EXPORT);
      return Contracts.read(withoutMark(Files.readString(file)), RecordedRollout.class);
    } catch (NoSuchFileException missing) {
      throw new InvalidInput("FILE", file, "must exist", EXPORT);
    } catch (CharacterCodingException malformed) {
      throw new InvalidInput("FILE", file, "must be UTF-8 text", EXPORT);
    } catch (IOException unreadable) {
      throw new InvalidInput("FILE", file, "must be readable: " + unreadable.getMessage(), EXPORT);
    }
  }

  /** Some shells and editors put a byte order mark before what they write. */
  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
