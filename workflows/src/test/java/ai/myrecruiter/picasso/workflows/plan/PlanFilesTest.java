package ai.myrecruiter.picasso.workflows.plan;

import static org.assertj.core.api.Assertions.assertThat;

import ai.myrecruiter.picasso.workflows.Finding;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A folder of plans that are accepted and one of plans that are refused, with what must be found.
 */
final class PlanFilesTest {
  private static final String EXPECTED = "#! ";

  @TestFactory
  Stream<DynamicTest> acceptsAndReadsBackItsOwnForm() throws IOException, URISyntaxException {
    return files("/plans/accepted")
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString(),
                () -> {
                  var plan = PlanReader.read(Files.readString(file)).orThrow();
                  assertThat(PlanReader.read(plan.canonicalJson()).orThrow()).isEqualTo(plan);
                }));
  }

  @TestFactory
  Stream<DynamicTest> refusesWithEveryFinding() throws IOException, URISyntaxException {
    return files("/plans/refused")
        .map(file ->
            DynamicTest.dynamicTest(
                file.getFileName().toString(), () -> refuses(Files.readString(file))));
  }

  @Test
  void readsYamlAndJsonOfOnePlanToOneDigest() throws IOException, URISyntaxException {
    var digests =
        files("/plans/accepted")
            .filter(file -> file.getFileName().toString().startsWith("careful"))
            .map(file -> PlanReader.read(read(file)).orThrow().digest())
            .toList();
    assertThat(digests).hasSize(2);
    assertThat(digests.getFirst()).isEqualTo(digests.getLast()).matches("[0-9a-f]{64}");
  }

  private static void refuses(String text) {
    var expected =
        text.lines()
            .filter(line -> line.startsWith(EXPECTED))
            .map(line -> line.substring(EXPECTED.length()))
            .toList();
    assertThat(expected).isNotEmpty();
    var found = findings(text).stream().map(Finding::line).toList();
    assertThat(found).allSatisfy(line -> assertThat(expected).anyMatch(line::startsWith));
    assertThat(expected).allSatisfy(start -> assertThat(found).anyMatch(l -> l.startsWith(start)));
    assertThat(found).hasSameSizeAs(expected);
  }

  private static List<Finding> findings(String text) {
    return switch (PlanReader.read(text)) {
      case PlanReading.Accepted(var plan) -> throw new AssertionError("accepted " + plan);
      case PlanReading.Refused(var findings) -> findings;
    };
  }

  private static Stream<Path> files(String folder) throws IOException, URISyntaxException {
    var url = PlanFilesTest.class.getResource(folder);
    assertThat(url).isNotNull();
    try (var files = Files.list(Path.of(url.toURI()))) {
      return files.sorted().toList().stream();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
