package ai.myrecruiter.picasso.tests.conformance;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs a file of recorded cases; ends with 0 when all agree or are listed as exceptions. */
final class Conformance {
  private Conformance() {}

  static void main(String[] arguments) throws IOException {
    if (arguments.length != 2 || !Files.isReadable(Path.of(arguments[1]))) {
      System.err.println("usage: tests/conformance.sh FILE, a readable file of recorded cases");
      System.exit(2);
    }
    System.exit(run(Path.of(arguments[0]), Path.of(arguments[1]), System.out));
  }

  /**
   * Replays all cases and prints how they went.
   *
   * @return the exit code
   */
  static int run(Path exceptions, Path cases, PrintStream out) throws IOException {
    var listed = ListedExceptions.read(exceptions);
    var tally = new Tally();
    for (var recorded : RecordedCase.read(cases)) {
      tally.add(recorded, listed.apply(recorded, Judge.judge(recorded)));
    }
    tally.print(out);
    return tally.isGood() ? 0 : 1;
  }
}
