package ai.myrecruiter.picasso.tests.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConformanceTest {
  private record Outcome(int exit, String text) {}

  @Test
  void endsWellWhenAllAgree() throws Exception {
    var outcome = run("no-exceptions.txt", file("agreeing.jsonl"));
    assertThat(outcome.text()).startsWith("8 of 8 cases agree").doesNotContain("DISAGREES");
    assertThat(outcome.exit()).isZero();
  }

  @Test
  void namesEachDisagreementWithItsFirstDifference() throws Exception {
    var outcome = run("no-exceptions.txt", file("disagreeing.jsonl"));
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.text().replace(System.lineSeparator(), "\n"))
        .startsWith("0 of 11 cases agree")
        .contains("DISAGREES a wrong output\n  /output /n: recorded 2, answered 1")
        .contains("DISAGREES a wrong status\n  /status /: recorded \"FAILED\"")
        .contains(
            "DISAGREES a wrong previous event\n  event 4 /previousEventId: recorded 2, answered 3")
        .contains("DISAGREES a missing event\n  event 3 /executionSucceededEventDetails")
        .contains("DISAGREES an event too many\n  event 4 ")
        .contains("DISAGREES a wrong cause\n  /cause /a: recorded 2, answered 1")
        .contains("DISAGREES another refusal\n  /exception_value /: recorded \"x\"")
        .contains("DISAGREES a refusal of what is good\n  /exception_typename /")
        .contains("DISAGREES a definition that is refused\n  the engine refused the case")
        .contains("DISAGREES out of scope\n  refused as out of scope: NOT_SUPPORTED_BY_THE_STAGE");
  }

  @Test
  void listsExceptionsWithTheirReasonsAndStillFailsForTheRest() throws Exception {
    var outcome = run("exceptions.txt", file("disagreeing.jsonl"));
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.text().replace(System.lineSeparator(), "\n"))
        .startsWith("0 of 11 cases agree")
        .contains("EXCEPTED a wrong output\n  because a reason\n  /output /n")
        .contains("EXCEPTED no outcome\n  because nobody wrote it down")
        .contains("EXCEPTED out of scope\n  because not run")
        .contains("DISAGREES a wrong cause")
        .doesNotContain("DISAGREES a wrong status");
  }

  @Test
  void endsWellWhenTheRestIsExcepted(@TempDir Path folder) throws Exception {
    var lines = Files.readAllLines(file("disagreeing.jsonl"));
    var cases = folder.resolve("cases.jsonl");
    Files.write(cases, lines.stream().filter(line -> line.contains("a wrong status")).toList());
    assertThat(run("exceptions.txt", cases).exit()).isZero();
    assertThat(run("no-exceptions.txt", cases).exit()).isEqualTo(1);
  }

  @Test
  void countsByFeature() throws Exception {
    assertThat(run("no-exceptions.txt", file("agreeing.jsonl")).text())
        .containsPattern("state:Pass\\s+4\\s+4")
        .containsPattern("state:Task\\s+1\\s+1");
  }

  @Test
  void countsALineThatIsNoCaseAndReplaysTheOthers(@TempDir Path folder) throws Exception {
    var lines = new ArrayList<>(Files.readAllLines(file("agreeing.jsonl")));
    lines.add(1, "{\"name\": \"a call of another kind\", \"kind\": \"tag\"}");
    lines.add(2, "{broken");
    var outcome = run("no-exceptions.txt", Files.write(folder.resolve("cases.jsonl"), lines));
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.text())
        .startsWith("8 of 10 cases agree")
        .contains("DISAGREES a call of another kind")
        .contains("the kind 'tag' is none of execution, create-error, validate")
        .contains("DISAGREES line 3")
        .contains("not JSON");
  }

  @Test
  void provesNothingByAFileWithoutCases(@TempDir Path folder) throws Exception {
    var empty = Files.createFile(folder.resolve("empty.jsonl"));
    assertThat(run("no-exceptions.txt", empty).exit()).isEqualTo(1);
  }

  private static Outcome run(String exceptions, Path cases) throws Exception {
    var bytes = new ByteArrayOutputStream();
    try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      int exit = Conformance.run(file(exceptions), cases, out);
      return new Outcome(exit, bytes.toString(StandardCharsets.UTF_8));
    }
  }

  static Path file(String name) throws IOException, URISyntaxException {
    return Path.of(Objects.requireNonNull(ConformanceTest.class.getResource(name), name).toURI());
  }
}
