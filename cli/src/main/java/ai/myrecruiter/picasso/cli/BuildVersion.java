package ai.myrecruiter.picasso.cli;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class BuildVersion implements IVersionProvider {
  private static final String RESOURCE = "/ai/myrecruiter/picasso/cli/version.properties";

  @Override
  public String[] getVersion() {
    return new String[] {"picasso " + number(), "Java " + System.getProperty("java.version")};
  }

  private static String number() {
    var properties = new Properties();
    try (var in = BuildVersion.class.getResourceAsStream(RESOURCE)) {
      if (in != null) {
        properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read; build again", e);
    }
  }
}
