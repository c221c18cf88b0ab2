package ai.myrecruiter.picasso.cli.local;

import ai.myrecruiter.picasso.local.stage.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.core.SdkBytes;

/**
 * New code for the payload function of a stage, as a release manager would upload it: the built
 * payload with a note that tells one release from another. Not published; that is the rollout's.
 */
public final class Releases {
  private static final String NOTE = "release.txt";
  private final Stage stage;
  private final String function;
  private final Path payload;

  /** Releases of a function, made of the payload's jar. */
  public Releases(Stage stage, String function, Path payload) {
    this.stage = stage;
    this.function = function;
    this.payload = payload;
  }

  /** Uploads a release of a name. */
  public void upload(String name) {
    var code = SdkBytes.fromByteArray(noted(name));
    stage.lambda().updateFunctionCode(update -> update.functionName(function).zipFile(code));
  }

  /** Whether the function holds code that no version has yet. */
  public boolean isWaiting() {
    var held = stage.lambda().getFunctionConfiguration(get -> get.functionName(function));
    var published =
        stage.lambda().listVersionsByFunction(list -> list.functionName(function)).versions();
    return !published.getLast().version().equals("$LATEST")
        && !published.getLast().codeSha256().equals(held.codeSha256());
  }

  private byte[] noted(String name) {
    var copy = new ByteArrayOutputStream();
    try (var in = new ZipInputStream(Files.newInputStream(payload));
        var out = new ZipOutputStream(copy)) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        out.putNextEntry(new ZipEntry(entry.getName()));
        in.transferTo(out);
      }
      out.putNextEntry(new ZipEntry(NOTE));
      out.write(name.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(payload + " cannot be read; build again", e);
    }
    return copy.toByteArray();
  }
}
