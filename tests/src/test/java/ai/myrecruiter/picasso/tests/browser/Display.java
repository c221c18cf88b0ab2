package ai.myrecruiter.picasso.tests.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A screen in memory, for a browser that insists on one. */
final class Display implements AutoCloseable {
  private final Process server;
  private final String number;

  /** Starts an X server on the first number that is free. */
  Display() throws IOException {
    this.server =
        new ProcessBuilder(
                Programs.find("Xvfb", "xvfb"),
                "-displayfd",
                "1",
                "-screen",
                "0",
                "420x800x24",
                "-nolisten",
                "tcp")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    var line = server.inputReader(StandardCharsets.US_ASCII).readLine();
    if (line == null) {
      throw new IOException("Xvfb ended before it said which display it serves");
    }
    this.number = ":" + line.strip();
  }

  /** What DISPLAY is set to. */
  String number() {
    return number;
  }

  @Override
  public void close() {
    server.destroy();
  }
}
