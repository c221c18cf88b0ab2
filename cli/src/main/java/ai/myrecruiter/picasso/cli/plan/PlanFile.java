package ai.myrecruiter.picasso.cli.plan;

import ai.myrecruiter.picasso.workflows.Finding;
import ai.myrecruiter.picasso.workflows.plan.PlanReader;
import ai.myrecruiter.picasso.workflows.plan.PlanReading;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A plan in a file. At most 256 KiB are read, whatever stands behind the name. */
public final class PlanFile {
  private static final int MOST_BYTES = 256 * 1024;
  private static final String WRITE_ONE = "give the path of a YAML or JSON plan";

  private PlanFile() {}

  /** The plan in a file, or every finding, those about the file itself included. */
  public static PlanReading read(Path file) {
    if (Files.isDirectory(file)) {
      return refused(file, "must be a file, not a directory", WRITE_ONE);
    }
    try (var in = Files.newInputStream(file)) {
      var bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        return refused(file, "must be at most 256 KiB", "remove what does not belong to the plan");
      }
      return PlanReader.read(decode(bytes));
    } catch (NoSuchFileException missing) {
      return refused(file, "must exist", WRITE_ONE);
    } catch (AccessDeniedException denied) {
      return refused(file, "must be readable", "give yourself the right to read it");
    } catch (CharacterCodingException malformed) {
      return refused(file, "must be UTF-8 text", "save it as UTF-8");
    } catch (IOException failed) {
      return refused(file, "must be readable: " + failed.getMessage(), WRITE_ONE);
    }
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static PlanReading refused(Path file, String rule, String fix) {
    return new PlanReading.Refused(List.of(new Finding("FILE", file.toString(), rule, fix)));
  }
}
